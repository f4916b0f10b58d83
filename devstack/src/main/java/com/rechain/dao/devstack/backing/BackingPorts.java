package com.rechain.dao.devstack.backing;

import com.rechain.dao.devstack.process.Ports;

/** The ports of the embedded servers. */
public record BackingPorts(int primary, int replica, int redis, int kafka, int kafkaController) {
    /** What {@code ./dao up} uses. */
    public static final BackingPorts FIXED = new BackingPorts(13306, 13307, 16379, 19092, 19093);

    private static final int COUNT = 5;

    /** Ports nobody uses at the moment. */
    public static BackingPorts free() {
        int[] ports = Ports.free(COUNT);
        return new BackingPorts(ports[0], ports[1], ports[2], ports[3], ports[4]);
    }
}
