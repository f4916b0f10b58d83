package com.rechain.dao.perf.plant;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between two processes and holds back what they tell each other, both ways. */
final class DelayProxy implements AutoCloseable {
    private static final int BUFFER = 64 * 1_024;

    private final ServerSocket door;
    private final int target;
    private final Duration delay;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private DelayProxy(ServerSocket door, int target, Duration delay) {
        this.door = door;
        this.target = target;
        this.delay = delay;
    }

    /** Listens on a port of its own and passes on to {@code target} after {@code delay}. */
    static DelayProxy to(int target, Duration delay) throws IOException {
        DelayProxy proxy = new DelayProxy(new ServerSocket(0, 256, loopback()), target, delay);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = keep(door.accept());
                Socket far = keep(new Socket(loopback(), target));
                Thread.ofVirtual().start(() -> pass(near, far));
                Thread.ofVirtual().start(() -> pass(far, near));
            } catch (IOException _) {
                // One side is not there: the caller sees a connection that ends.
            }
        }
    }

    private Socket keep(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        open.add(socket);
        return socket;
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                Thread.sleep(delay);
                out.write(buffer, 0, read);
            }
        } catch (IOException _) {
            // The end of a connection.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static InetAddress loopback() {
        return InetAddress.ofLiteral("127.0.0.1");
    }
}
