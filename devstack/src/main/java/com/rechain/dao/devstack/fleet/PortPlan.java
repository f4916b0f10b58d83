package com.rechain.dao.devstack.fleet;

import com.rechain.dao.devstack.process.Ports;

/** Decides which ports an instance listens on. */
@FunctionalInterface
public interface PortPlan {
    /**
     * The well-known ports of {@code ./dao up}; an instance's number is added to those of its
     * service.
     */
    PortPlan FIXED =
            (service, index) ->
                    new InstancePorts(service.httpPort() + index, service.managementPort() + index);

    /**
     * @param index from 0
     */
    InstancePorts of(ServiceName service, int index);

    /** Whatever is free; for tests. */
    static PortPlan free() {
        return (_, _) -> {
            int[] ports = Ports.free(2);
            return new InstancePorts(ports[0], ports[1]);
        };
    }
}
