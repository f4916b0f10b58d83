package com.rechain.dao.gateway.upstream;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Finds the addresses behind a name. May block. */
@FunctionalInterface
public interface HostLookup {
    /** The IP addresses of {@code name}, in a stable order. */
    List<String> addresses(String name) throws UnknownHostException;

    /**
     * The resolver of the JDK, which follows the machine's search domains; IPv4 where there is any.
     */
    static List<String> system(String name) throws UnknownHostException {
        List<InetAddress> all = Arrays.asList(InetAddress.getAllByName(name));
        List<InetAddress> four = all.stream().filter(Inet4Address.class::isInstance).toList();
        return (four.isEmpty() ? all : four)
                .stream().map(InetAddress::getHostAddress).distinct().sorted().toList();
    }
}
