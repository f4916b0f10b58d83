package com.rechain.dao.perf.platform;

import com.rechain.dao.devstack.backing.BackingPorts;
import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.devstack.backing.Binaries;
import com.rechain.dao.devstack.backing.EmbeddedBacking;
import com.rechain.dao.devstack.backing.ProcessServer;
import com.rechain.dao.devstack.cli.Workplace;
import com.rechain.dao.devstack.fleet.Fleet;
import com.rechain.dao.devstack.fleet.FleetSettings;
import com.rechain.dao.devstack.fleet.InstancePorts;
import com.rechain.dao.devstack.fleet.PortPlan;
import com.rechain.dao.devstack.fleet.ServiceInstance;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.devstack.process.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A platform made for one command: fresh data and free ports, one instance of each service unless
 * told otherwise, gone when it is closed or the command ends. Its services can be started anew with
 * other settings, on the same data and ports.
 */
public final class OwnPlatform implements LocalPlatform {
    /** Longer than any command takes, so that nobody has to sign in twice. */
    private static final String TOKEN_LIFETIME = "PT6H";

    private static final String LOGS = "logs";
    private static final Progress SILENT = (_, _) -> {};
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Scratch state;
    private final EmbeddedBacking backing;
    private final FleetSettings settings;
    private final Thread closing;
    private Fleet fleet;

    private OwnPlatform(Path root, Scratch state, UnaryOperator<FleetSettings> settings) {
        this.state = state;
        closing = new Thread(() -> stop(state::close));
        backing =
                new EmbeddedBacking(
                        state.path(),
                        BackingPorts.free(),
                        new Binaries(new Workplace(root).binaries()));
        FleetSettings usual =
                FleetSettings.of(root, state.path(), keptPorts())
                        .withVariable(
                                ServiceName.USER_SERVICE, "DAO_TOKENS_LIFETIME", TOKEN_LIFETIME);
        this.settings = settings.apply(usual);
        fleet = Fleet.of(backing, this.settings);
    }

    /**
     * Starts one out of what was built in the repository at {@code root}.
     *
     * @param name of the folder that keeps its data, made unique
     * @param settings what is different from the usual ones
     */
    public static OwnPlatform start(
            Path root, String name, UnaryOperator<FleetSettings> settings, Progress progress) {
        String unique =
                "%s-%d-%d"
                        .formatted(name, ProcessHandle.current().pid(), STARTED.incrementAndGet());
        Scratch state = new Scratch(new Workplace(root).state().resolve(unique));
        OwnPlatform platform = new OwnPlatform(root, state, settings);
        Runtime.getRuntime().addShutdownHook(platform.closing);
        try {
            platform.backing.start(progress);
            platform.fleet.start(progress);
        } catch (RuntimeException e) {
            // Which says where to read why.
            platform.close(() -> state.closeBut(LOGS));
            throw e;
        }
        return platform;
    }

    /** The same without a word. */
    public static OwnPlatform start(Path root, String name, UnaryOperator<FleetSettings> settings) {
        return start(root, name, settings, SILENT);
    }

    /** Ends the services and starts them with {@code change} to what they had at first. */
    public synchronized void restart(UnaryOperator<FleetSettings> change) {
        fleet.close();
        fleet = Fleet.of(backing, change.apply(settings));
        fleet.start(SILENT);
    }

    @Override
    public EmbeddedBacking backing() {
        return backing;
    }

    public List<ServiceInstance> instances() {
        return fleet.instances();
    }

    /** The first instance of a service. */
    public ServiceInstance instance(ServiceName service) {
        return fleet.of(service).getFirst();
    }

    /** Where the first instance of a service serves. */
    public URI service(ServiceName service) {
        return URI.create(instance(service).url());
    }

    /** The process ids of a service's instances. */
    public List<Long> pids(ServiceName service) {
        return fleet.of(service).stream()
                .map(instance -> instance.server().process().pid())
                .toList();
    }

    /** The ports of an instance, whether it has been started yet or not. */
    public InstancePorts ports(ServiceName service, int index) {
        return settings.ports().of(service, index);
    }

    /** A folder that goes when the platform goes. */
    public Path folder(String name) {
        return state.path().resolve(name);
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
        Stream<BackingServer> servers =
                Stream.of(
                        backing.primary().server(),
                        backing.replica().server(),
                        backing.redis(),
                        backing.kafka());
        Map<String, Long> processes = new LinkedHashMap<>();
        Stream.concat(fleet.instances().stream().map(ServiceInstance::server), servers)
                .filter(ProcessServer.class::isInstance)
                .map(ProcessServer.class::cast)
                .filter(ProcessServer::alive)
                .forEach(server -> processes.put(server.name(), server.process().pid()));
        return processes;
    }

    @Override
    public void close() {
        close(state::close);
    }

    private void close(Runnable tidying) {
        stop(tidying);
        try {
            Runtime.getRuntime().removeShutdownHook(closing);
        } catch (IllegalStateException _) {
            // The virtual machine ends already, and everything has been stopped.
        }
    }

    private synchronized void stop(Runnable tidying) {
        fleet.close();
        backing.close();
        tidying.run();
    }

    /** The same at every start: what stands in front of an instance must know them before. */
    private static PortPlan keptPorts() {
        Map<String, InstancePorts> known = new ConcurrentHashMap<>();
        PortPlan free = PortPlan.free();
        return (service, index) ->
                known.computeIfAbsent(service.text() + index, _ -> free.of(service, index));
    }
}
