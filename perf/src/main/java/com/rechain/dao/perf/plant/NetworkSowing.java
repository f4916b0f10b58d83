package com.rechain.dao.perf.plant;

import com.rechain.dao.devstack.fleet.FleetSettings;
import com.rechain.dao.devstack.fleet.InstancePorts;
import com.rechain.dao.devstack.fleet.ServiceName;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A network between the gateway and the services that takes its time. */
final class NetworkSowing implements Sowing {
    private final Duration delay;
    private final List<DelayProxy> proxies = new ArrayList<>();

    /**
     * @param delay each way
     */
    NetworkSowing(Duration delay) {
        this.delay = delay;
    }

    @Override
    public boolean restarts() {
        return true;
    }

    @Override
    public FleetSettings settings(FleetSettings plain, OwnPlatform platform) throws IOException {
        FleetSettings settings = plain;
        for (ServiceName service : ServiceName.values()) {
            if (service != ServiceName.GATEWAY) {
                InstancePorts ports = platform.ports(service, 0);
                DelayProxy proxy = DelayProxy.to(ports.http(), delay);
                proxies.add(proxy);
                settings =
                        settings.withVariable(
                                ServiceName.GATEWAY,
                                "DAO_GATEWAY_" + service.name(),
                                "http://127.0.0.1:%d;health=http://127.0.0.1:%d/q/health/ready"
                                        .formatted(proxy.port(), ports.management()));
            }
        }
        return settings;
    }

    @Override
    public AutoCloseable begin(OwnPlatform platform, Ground ground) {
        return () -> {
            for (DelayProxy proxy : proxies) {
                proxy.close();
            }
        };
    }
}
