package com.rechain.dao.devstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Answers which TCP ports of the loopback interface are free, taken or answering. */
public final class Ports {
    private static final int CONNECT_MILLIS = 500;

    // Below those that systems give to outgoing connections, one of which could take a port before
    // its server is up.
    private static final int FIRST_FREE = 20_000;
    private static final int AFTER_FREE = 30_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** As many free ports as asked for, free at the time of asking; none is given twice. */
    public static int[] free(int count) {
        return ThreadLocalRandom.current()
                .ints(FIRST_FREE, AFTER_FREE)
                .filter(port -> !taken(port) && GIVEN.add(port))
                .limit(count)
                .toArray();
    }

    /** Whether something else listens on the port. */
    public static boolean taken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    /** Whether a connection to the port is accepted. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Throws, naming port and owner-to-be, when the port is taken. */
    public static void requireFree(int port, String server) {
        if (taken(port)) {
            throw new LaunchException(
                    "Port %d, which %s needs, is taken by another program."
                            .formatted(port, server));
        }
    }

    private static InetAddress loopback() {
        return InetAddress.ofLiteral("127.0.0.1");
    }
}
