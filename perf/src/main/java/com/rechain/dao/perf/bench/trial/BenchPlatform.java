package com.rechain.dao.perf.bench.trial;

import com.rechain.dao.devstack.backing.BackingPorts;
import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.devstack.backing.Binaries;
import com.rechain.dao.devstack.backing.Database;
import com.rechain.dao.devstack.backing.EmbeddedBacking;
import com.rechain.dao.devstack.backing.ProcessServer;
import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.devstack.client.ApiClient;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A platform of its own for one benchmark: fresh data, free ports, one instance of each service.
 */
public final class BenchPlatform implements AutoCloseable {
    /** Longer than any row takes, so that nobody has to sign in twice. */
    private static final String TOKEN_LIFETIME = "PT1H";

    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Path state;
    private final EmbeddedBacking backing;
    private final Fleet fleet;
    private final Thread closing = new Thread(this::stop);

    private BenchPlatform(Path state, EmbeddedBacking backing, Fleet fleet) {
        this.state = state;
        this.backing = backing;
        this.fleet = fleet;
    }

    static BenchPlatform start(Path root, UnaryOperator<FleetSettings> settings) {
        Path state =
                root.resolve(".dao")
                        .resolve(
                                "bench-"
                                        + ProcessHandle.current().pid()
                                        + "-"
                                        + STARTED.incrementAndGet());
        Binaries binaries = new Binaries(root.resolve(".dao").resolve("bin"));
        EmbeddedBacking backing = new EmbeddedBacking(state, BackingPorts.free(), binaries);
        FleetSettings usual =
                FleetSettings.of(root, state, PortPlan.free())
                        .withVariable(
                                ServiceName.USER_SERVICE, "DAO_TOKENS_LIFETIME", TOKEN_LIFETIME);
        Fleet fleet = Fleet.of(backing, settings.apply(usual));
        BenchPlatform platform = new BenchPlatform(state, backing, fleet);
        Runtime.getRuntime().addShutdownHook(platform.closing);
        Progress silent = (_, _) -> {};
        try {
            backing.start(silent);
            fleet.start(silent);
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
        return platform;
    }

    public URI gateway() {
        return URI.create(fleet.url());
    }

    public URI service(ServiceName service) {
        return URI.create(instance(service).url());
    }

    public ServiceInstance instance(ServiceName service) {
        return fleet.of(service).getFirst();
    }

    public ApiClient anyone() {
        return ApiClient.of(gateway());
    }

    public Database primary() {
        return backing.primary();
    }

    public Database replica() {
        return backing.replica();
    }

    /** A connection of the administrator to the primary for statements that take minutes. */
    public Connection connectForLong(Schema schema) throws SQLException {
        Database primary = backing.primary();
        Connection connection = primary.connect(primary.admin(), schema.schemaName());
        connection.setNetworkTimeout(Runnable::run, 0);
        return connection;
    }

    /** Every process that serves requests or keeps data, with its id. */
    public Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        for (ServiceInstance instance : fleet.instances()) {
            add(pids, instance.server());
        }
        List.of(
                        backing.primary().server(),
                        backing.replica().server(),
                        backing.redis(),
                        backing.kafka())
                .forEach(server -> add(pids, server));
        return pids;
    }

    /** The process of a service. */
    public long pid(ServiceName service) {
        return instance(service).server().process().pid();
    }

    /** A folder that goes when the platform goes. */
    public Path folder(String name) {
        return state.resolve(name);
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(closing);
        } catch (IllegalStateException _) {
            // The virtual machine ends already, and everything has been stopped.
        }
    }

    private synchronized void stop() {
        fleet.close();
        backing.close();
        delete();
    }

    private static void add(Map<String, Long> pids, BackingServer server) {
        if (server instanceof ProcessServer process) {
            process.process().handle().ifPresent(one -> pids.put(server.name(), one.pid()));
        }
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
