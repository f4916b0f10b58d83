package com.rechain.dao.devstack.fleet;

import com.rechain.dao.devstack.backing.ProcessServer;
import java.util.Map;

/**
 * One running process of a service.
 *
 * @param variables what it is configured with, secrets included
 */
public record ServiceInstance(
        ServiceName service,
        InstancePorts ports,
        ProcessServer server,
        Map<String, String> variables) {
    public ServiceInstance {
        variables = Map.copyOf(variables);
    }

    @Override
    public String toString() {
        return service.text() + " on " + ports.http();
    }

    /** Where it serves. */
    public String url() {
        return "http://127.0.0.1:" + ports.http();
    }

    /** Where its health and metrics are. */
    public String managementUrl() {
        return "http://127.0.0.1:" + ports.management();
    }
}
