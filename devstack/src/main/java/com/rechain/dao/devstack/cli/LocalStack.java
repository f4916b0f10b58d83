package com.rechain.dao.devstack.cli;

import com.rechain.dao.devstack.backing.BackingPorts;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.Binaries;
import com.rechain.dao.devstack.backing.EmbeddedBacking;
import com.rechain.dao.devstack.backing.ProcessServer;
import com.rechain.dao.devstack.fleet.Fleet;
import com.rechain.dao.devstack.fleet.FleetSettings;
import com.rechain.dao.devstack.fleet.PortPlan;
import com.rechain.dao.devstack.fleet.ServiceInstance;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.devstack.process.ChildProcess;
import com.rechain.dao.devstack.process.Ports;
import com.rechain.dao.devstack.process.Progress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The whole platform on this machine: backing servers and services, on their well-known ports. */
final class LocalStack implements AutoCloseable {
    // Long enough to mean it, short enough to see a vote close.
    private static final String SHORTEST_VOTE = "PT1S";

    private final BackingServices backing;
    private final Fleet fleet;

    LocalStack(Workplace workplace, Map<ServiceName, Integer> counts) {
        this.backing =
                new EmbeddedBacking(
                        workplace.state(), BackingPorts.FIXED, new Binaries(workplace.binaries()));
        FleetSettings settings =
                FleetSettings.of(workplace.root(), workplace.state(), PortPlan.FIXED)
                        .withVariable(
                                ServiceName.PROPOSAL_SERVICE,
                                "DAO_PROPOSAL_MIN_VOTING_PERIOD",
                                SHORTEST_VOTE);
        for (Map.Entry<ServiceName, Integer> count : counts.entrySet()) {
            settings = settings.withInstances(count.getKey(), count.getValue());
        }
        this.fleet = Fleet.of(backing, settings);
    }

    /** Throws, naming port and server, when another program is in the way. */
    void requirePorts() {
        Ports.requireFree(BackingPorts.FIXED.kafkaController(), "kafka's controller");
        for (ProcessServer server : servers().toList()) {
            Ports.requireFree(server.port(), server.name());
        }
        for (ServiceInstance instance : fleet.instances()) {
            Ports.requireFree(
                    instance.ports().management(), instance.server().name() + "'s health");
        }
    }

    void start(Progress progress) {
        backing.start(progress);
        fleet.start(progress);
    }

    /** Returns when one of the processes has ended. */
    ChildProcess awaitDeath() {
        List<CompletableFuture<ChildProcess>> deaths =
                servers().map(server -> death(server.process())).toList();
        return (ChildProcess)
                CompletableFuture.anyOf(deaths.toArray(CompletableFuture[]::new)).join();
    }

    String url() {
        return fleet.url();
    }

    @Override
    public void close() {
        fleet.close();
        backing.close();
    }

    private Stream<ProcessServer> servers() {
        Stream<ProcessServer> services = fleet.instances().stream().map(ServiceInstance::server);
        Stream<ProcessServer> backingServers =
                Stream.of(
                                backing.primary().server(),
                                backing.replica().server(),
                                backing.redis(),
                                backing.kafka())
                        .map(ProcessServer.class::cast);
        return Stream.concat(backingServers, services);
    }

    private static CompletableFuture<ChildProcess> death(ChildProcess process) {
        return process.handle()
                .map(handle -> handle.onExit().thenApply(_ -> process))
                .orElseGet(() -> CompletableFuture.completedFuture(process));
    }
}
