package com.rechain.dao.perf.lab.platform;

import com.rechain.dao.devstack.backing.BackingPorts;
import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.devstack.backing.Binaries;
import com.rechain.dao.devstack.backing.EmbeddedBacking;
import com.rechain.dao.devstack.backing.ProcessServer;
import com.rechain.dao.devstack.fleet.Fleet;
import com.rechain.dao.devstack.fleet.FleetSettings;
import com.rechain.dao.devstack.fleet.PortPlan;
import com.rechain.dao.devstack.fleet.ServiceInstance;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.devstack.process.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A platform made for one call of the lab: fresh data, free ports, gone afterwards. */
public final class OwnPlatform implements Target {
    /** A test of ten minutes begins with tokens that were made for all tests of its call. */
    private static final String TOKEN_LIFETIME = "PT6H";

    private final Path state;
    private final EmbeddedBacking backing;
    private final Fleet fleet;

    private OwnPlatform(Path state, EmbeddedBacking backing, Fleet fleet) {
        this.state = state;
        this.backing = backing;
        this.fleet = fleet;
    }

    /** Starts one instance of each service of the repository at {@code root}. */
    public static OwnPlatform start(Path root, Progress progress) {
        Path state = root.resolve(".dao").resolve("lab-" + ProcessHandle.current().pid());
        Binaries binaries = new Binaries(root.resolve(".dao").resolve("bin"));
        EmbeddedBacking backing = new EmbeddedBacking(state, BackingPorts.free(), binaries);
        FleetSettings settings =
                FleetSettings.of(root, state, PortPlan.free())
                        .withVariable(
                                ServiceName.USER_SERVICE, "DAO_TOKENS_LIFETIME", TOKEN_LIFETIME);
        OwnPlatform platform = new OwnPlatform(state, backing, Fleet.of(backing, settings));
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        backing.start(progress);
        platform.fleet.start(progress);
        return platform;
    }

    @Override
    public URI gateway() {
        return URI.create(fleet.url());
    }

    @Override
    public Map<String, URI> management() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (ServiceInstance instance : fleet.instances()) {
            addresses.put(instance.server().name(), URI.create(instance.managementUrl()));
        }
        return addresses;
    }

    @Override
    public Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        Stream<BackingServer> servers =
                Stream.of(
                        backing.primary().server(),
                        backing.replica().server(),
                        backing.redis(),
                        backing.kafka());
        Stream.concat(fleet.instances().stream().map(ServiceInstance::server), servers)
                .filter(ProcessServer.class::isInstance)
                .map(ProcessServer.class::cast)
                .filter(ProcessServer::alive)
                .forEach(server -> processes.put(server.name(), server.process().pid()));
        return processes;
    }

    @Override
    public Connection primary() throws SQLException {
        return backing.primary().connect();
    }

    @Override
    public String kafka() {
        return backing.kafka().address();
    }

    @Override
    public String redis() {
        return backing.redis().address();
    }

    @Override
    public synchronized void close() {
        fleet.close();
        backing.close();
        delete();
    }

    private void delete() {
        if (!Files.isDirectory(state)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(state)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
