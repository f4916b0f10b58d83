package com.rechain.dao.perf.bench;

import com.rechain.dao.devstack.backing.BackingPorts;
import com.rechain.dao.devstack.backing.Binaries;
import com.rechain.dao.devstack.backing.Database;
import com.rechain.dao.devstack.backing.EmbeddedBacking;
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
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A platform of its own for one benchmark: fresh data, free ports, one instance of each service.
 */
final class BenchPlatform implements AutoCloseable {
    private final Path state;
    private final EmbeddedBacking backing;
    private final Fleet fleet;

    private BenchPlatform(Path state, EmbeddedBacking backing, Fleet fleet) {
        this.state = state;
        this.backing = backing;
        this.fleet = fleet;
    }

    static BenchPlatform start(Path root) {
        Path state = root.resolve(".dao").resolve("bench-" + ProcessHandle.current().pid());
        Binaries binaries = new Binaries(root.resolve(".dao").resolve("bin"));
        EmbeddedBacking backing = new EmbeddedBacking(state, BackingPorts.free(), binaries);
        Fleet fleet = Fleet.of(backing, FleetSettings.of(root, state, PortPlan.free()));
        BenchPlatform platform = new BenchPlatform(state, backing, fleet);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        Progress progress =
                (what, took) ->
                        System.out.printf("  %-20s ready after %d ms%n", what, took.toMillis());
        backing.start(progress);
        fleet.start(progress);
        return platform;
    }

    URI gateway() {
        return URI.create(fleet.url());
    }

    URI service(ServiceName service) {
        return URI.create(instance(service).url());
    }

    ServiceInstance instance(ServiceName service) {
        return fleet.of(service).getFirst();
    }

    ApiClient anyone() {
        return ApiClient.of(gateway());
    }

    Database primary() {
        return backing.primary();
    }

    Path folder(String name) {
        return state.resolve(name);
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
