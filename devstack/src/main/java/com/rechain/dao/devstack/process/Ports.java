package com.rechain.dao.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.stream.Stream;

/** Answers which TCP ports of the loopback interface are free, taken or answering. */
public final class Ports {
    private static final int CONNECT_MILLIS = 500;

    private Ports() {}

    /** As many free ports as asked for, all different; free at the time of asking. */
    public static int[] free(int count) {
        ServerSocket[] held =
                Stream.generate(Ports::hold).limit(count).toArray(ServerSocket[]::new);
        int[] ports = Arrays.stream(held).mapToInt(ServerSocket::getLocalPort).toArray();
        Arrays.stream(held).forEach(Ports::release);
        return ports;
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

    private static ServerSocket hold() {
        try {
            return new ServerSocket(0, 1, loopback());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetAddress loopback() {
        return InetAddress.ofLiteral("127.0.0.1");
    }
}
