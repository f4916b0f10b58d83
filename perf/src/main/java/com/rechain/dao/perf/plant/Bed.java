package com.rechain.dao.perf.plant;

import com.rechain.dao.devstack.backing.BackingPorts;
import com.rechain.dao.devstack.backing.Binaries;
import com.rechain.dao.devstack.backing.EmbeddedBacking;
import com.rechain.dao.devstack.fleet.Fleet;
import com.rechain.dao.devstack.fleet.FleetSettings;
import com.rechain.dao.devstack.fleet.InstancePorts;
import com.rechain.dao.devstack.fleet.PortPlan;
import com.rechain.dao.devstack.fleet.ServiceInstance;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.devstack.process.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A platform of its own whose services can be started anew with other settings, on the same data.
 */
public final class Bed implements AutoCloseable {
    /** Longer than any series of runs: tokens are made once. */
    private static final String TOKEN_LIFETIME = "PT6H";

    private static final String CACHE_LIFETIME = "PT1H";

    private static final Progress SILENT = (_, _) -> {};

    private final Path state;
    private final EmbeddedBacking backing;
    private final FleetSettings plain;
    private Fleet fleet;

    private Bed(Path root, Path state, EmbeddedBacking backing) {
        this.state = state;
        this.backing = backing;
        Map<String, InstancePorts> known = new ConcurrentHashMap<>();
        PortPlan free = PortPlan.free();
        // The same ports at every start: what stands in front of an instance must know them before.
        PortPlan kept =
                (service, index) ->
                        known.computeIfAbsent(service.text() + index, _ -> free.of(service, index));
        plain =
                FleetSettings.of(root, state, kept)
                        .withVariable(
                                ServiceName.USER_SERVICE, "DAO_TOKENS_LIFETIME", TOKEN_LIFETIME)
                        // Entries that were all made in one warm-up must not all expire in a later
                        // run.
                        .withVariable(
                                ServiceName.PROPOSAL_SERVICE,
                                "DAO_PROPOSAL_CACHE_TTL",
                                CACHE_LIFETIME);
        fleet = Fleet.of(backing, plain);
    }

    /** Starts the backing servers and one instance of each service. */
    public static Bed start(Path root) {
        Path state = root.resolve(".dao").resolve("plant-" + ProcessHandle.current().pid());
        Binaries binaries = new Binaries(root.resolve(".dao").resolve("bin"));
        Bed bed = new Bed(root, state, new EmbeddedBacking(state, BackingPorts.free(), binaries));
        Runtime.getRuntime().addShutdownHook(new Thread(bed::close));
        bed.backing.start(SILENT);
        bed.fleet.start(SILENT);
        return bed;
    }

    /** Ends the services and starts them with other settings. */
    public synchronized void restart(UnaryOperator<FleetSettings> settings) {
        fleet.close();
        fleet = Fleet.of(backing, settings.apply(plain));
        fleet.start(SILENT);
    }

    public EmbeddedBacking backing() {
        return backing;
    }

    public Fleet fleet() {
        return fleet;
    }

    public URI gateway() {
        return URI.create(fleet.url());
    }

    public Path folder() {
        return state;
    }

    InstancePorts ports(ServiceName service, int index) {
        return plain.ports().of(service, index);
    }

    /** The process ids of a service's instances. */
    public List<Long> pids(ServiceName service) {
        return fleet.of(service).stream()
                .map(instance -> instance.server().process().pid())
                .toList();
    }

    /** Has every service collect its garbage, so that what is left in the heaps is in use. */
    void collectGarbage() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        for (ServiceInstance instance : fleet.instances()) {
            String pid = Long.toString(instance.server().process().pid());
            new ProcessBuilder(jcmd, pid, "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    @Override
    public synchronized void close() {
        fleet.close();
        backing.close();
        if (!Files.isDirectory(state)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(state)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
