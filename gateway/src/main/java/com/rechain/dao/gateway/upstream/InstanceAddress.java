package com.rechain.dao.gateway.upstream;

/**
 * Where one instance takes requests, and where it says whether it is ready.
 *
 * @param host a name or an IP address
 */
public record InstanceAddress(
        String host, int port, String healthHost, int healthPort, String healthPath) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
