package com.rechain.dao.test.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A process that passes bytes on to a server which a test cannot end, so that killing and pausing
 * the door is what an outage of that server looks like from here.
 */
final class Door {
    private static final int BACKLOG = 50;

    private Door() {}

    /** Arguments: the port to open on the loopback interface, the server's host, its port. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        try (ServerSocket door =
                new ServerSocket(port, BACKLOG, InetAddress.ofLiteral("127.0.0.1"))) {
            while (true) {
                Socket inside = door.accept();
                Thread.ofVirtual()
                        .start(() -> open(inside, arguments[1], Integer.parseInt(arguments[2])));
            }
        }
    }

    private static void open(Socket inside, String host, int port) {
        try {
            Socket outside = new Socket(host, port);
            inside.setTcpNoDelay(true);
            outside.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pass(inside, outside));
            pass(outside, inside);
        } catch (IOException _) {
            close(inside);
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // Either side has gone: so does the other.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is as good as closed.
        }
    }
}
