package com.rechain.dao.devstack.fleet;

import com.rechain.dao.devstack.backing.ProcessServer;

/** One running process of a service. */
public record ServiceInstance(ServiceName service, InstancePorts ports, ProcessServer server) {

    /** Where it serves. */
    public String url() {
        return "http://127.0.0.1:" + ports.http();
    }

    /** Where its health and metrics are. */
    public String managementUrl() {
        return "http://127.0.0.1:" + ports.management();
    }
}
