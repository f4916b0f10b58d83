package com.rechain.dao.perf.platform;

import com.rechain.dao.devstack.backing.BackingPorts;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.devstack.backing.Binaries;
import com.rechain.dao.devstack.backing.EmbeddedBacking;
import com.rechain.dao.devstack.cli.Workplace;
import com.rechain.dao.devstack.fleet.PortPlan;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.devstack.process.Ports;
import com.rechain.dao.perf.cli.UsageException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code ./dao up} has started in this repository; it goes on running afterwards. */
final class RunningPlatform implements LocalPlatform {
    private final URI gateway;
    private final Workplace workplace;
    private final EmbeddedBacking backing;

    RunningPlatform(Path root, URI gateway) {
        this.gateway = gateway;
        this.workplace = new Workplace(root);
        this.backing =
                new EmbeddedBacking(
                        workplace.state(), BackingPorts.FIXED, new Binaries(workplace.binaries()));
    }

    /**
     * What {@code ./dao up} has started in the repository at {@code root}, at its usual address.
     *
     * @throws UsageException when it does not answer
     */
    static RunningPlatform in(Path root) {
        int gateway = PortPlan.FIXED.of(ServiceName.GATEWAY, 0).http();
        requireAnswer(BackingPorts.FIXED.primary(), "database");
        requireAnswer(gateway, "gateway");
        return new RunningPlatform(root, URI.create("http://127.0.0.1:" + gateway));
    }

    /** Whether {@code ./dao up} of this repository is what answers at {@code gateway}. */
    static boolean isAt(Path root, URI gateway) {
        return gateway.getPort() == PortPlan.FIXED.of(ServiceName.GATEWAY, 0).http()
                && !new Workplace(root).children().isEmpty();
    }

    @Override
    public URI gateway() {
        return gateway;
    }

    @Override
    public Map<String, URI> management() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (String name : workplace.children().keySet()) {
            int dash = name.lastIndexOf('-');
            ServiceName.named(name.substring(0, Math.max(0, dash)))
                    .ifPresent(service -> addresses.put(name, address(service, name, dash)));
        }
        return addresses;
    }

    @Override
    public Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        workplace.children().forEach((name, process) -> processes.put(name, process.pid()));
        return processes;
    }

    @Override
    public void close() {
        // It is not ours to stop.
    }

    @Override
    public BackingServices backing() {
        return backing;
    }

    private static void requireAnswer(int port, String what) {
        if (!Ports.answers(port)) {
            throw new UsageException(
                    "No %s answers on port %d; ./dao up starts the platform."
                            .formatted(what, port));
        }
    }

    private static URI address(ServiceName service, String name, int dash) {
        int index = Integer.parseInt(name.substring(dash + 1)) - 1;
        return URI.create("http://127.0.0.1:" + PortPlan.FIXED.of(service, index).management());
    }
}
