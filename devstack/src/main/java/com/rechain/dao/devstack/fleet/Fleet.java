package com.rechain.dao.devstack.fleet;

import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.ProcessServer;
import com.rechain.dao.devstack.process.ProcessSpec;
import com.rechain.dao.devstack.process.Progress;
import com.rechain.dao.devstack.process.Together;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All services of the platform on top of running backing services; single instances can be stopped,
 * killed, frozen and started again.
 */
public final class Fleet implements AutoCloseable {
    private static final Duration READY_LIMIT = Duration.ofMinutes(5);

    private final List<ServiceInstance> instances;

    private Fleet(List<ServiceInstance> instances) {
        this.instances = List.copyOf(instances);
    }

    /** Prepares the fleet; nothing runs yet. */
    public static Fleet of(BackingServices backing, FleetSettings settings) {
        Map<ServiceName, List<InstancePorts>> ports = ports(settings);
        ServiceEnvironment environment = new ServiceEnvironment(backing, ports);
        ServiceJvm jvm = new ServiceJvm(settings);
        List<ServiceInstance> instances = new ArrayList<>();
        ports.forEach((service, all) -> {
            for (InstancePorts own : all) {
                Map<String, String> variables = environment.of(service, own);
                variables.putAll(settings.variablesOf(service));
                String name = service.text() + "-" + (all.indexOf(own) + 1);
                Path home = settings.state().resolve("services").resolve(name);
                instances.add(
                        instance(
                                service,
                                own,
                                new ProcessSpec(
                                        name,
                                        jvm.command(service),
                                        variables,
                                        home,
                                        settings.state())));
            }
        });
        return new Fleet(instances);
    }

    /** Starts everything and returns once all of it is ready. */
    public void start(Progress progress) {
        List<Runnable> starts =
                instances.stream()
                        .map(instance ->
                                (Runnable)
                                        () ->
                                                progress.timed(
                                                        instance.server().name(),
                                                        () -> start(instance)))
                        .toList();
        Together.run(starts);
    }

    /** Stops the door first, then what is behind it. */
    @Override
    public void close() {
        stop(of(ServiceName.GATEWAY));
        stop(instances);
    }

    public List<ServiceInstance> instances() {
        return instances;
    }

    /** The instances of one service, by number. */
    public List<ServiceInstance> of(ServiceName service) {
        return instances.stream().filter(instance -> instance.service() == service).toList();
    }

    /** The public address of the platform. */
    public String url() {
        return of(ServiceName.GATEWAY).getFirst().url();
    }

    private static void start(ServiceInstance instance) {
        instance.server().start();
        instance.server().awaitReady(READY_LIMIT);
    }

    private static void stop(List<ServiceInstance> instances) {
        Together.run(
                instances.stream().map(instance -> (Runnable) instance.server()::stop).toList());
    }

    private static ServiceInstance instance(
            ServiceName service, InstancePorts ports, ProcessSpec spec) {
        Health health = new Health(ports.management());
        return new ServiceInstance(
                service,
                ports,
                new ProcessServer(spec, ports.http(), health::ready),
                spec.environment());
    }

    private static Map<ServiceName, List<InstancePorts>> ports(FleetSettings settings) {
        Map<ServiceName, List<InstancePorts>> ports = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            List<InstancePorts> own =
                    IntStream.range(0, settings.count(service))
                            .mapToObj(index -> settings.ports().of(service, index))
                            .toList();
            ports.put(service, own);
        }
        return ports;
    }
}
