package com.rechain.dao.devstack.fleet;

import com.rechain.dao.devstack.process.Ports;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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

    /** Whatever is free, none of it twice; for tests. */
    static PortPlan free() {
        Set<Integer> given = ConcurrentHashMap.newKeySet();
        return (_, _) -> new InstancePorts(fresh(given), fresh(given));
    }

    private static int fresh(Set<Integer> given) {
        int port = Ports.free(1)[0];
        return given.add(port) ? port : fresh(given);
    }
}
