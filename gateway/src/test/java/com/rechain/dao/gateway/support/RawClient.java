package com.rechain.dao.gateway.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection on which a test says exactly what it wants, byte by byte. */
public final class RawClient implements AutoCloseable {
    private final Socket socket = new Socket();

    public RawClient(int port) throws IOException {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 2_000);
        socket.setSoTimeout(5_000);
        socket.setTcpNoDelay(true);
    }

    public RawClient say(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** All that comes until the other side closes; fails when it does not. */
    public String readToEnd() throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(heard);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still open after: " + heard, e);
        } catch (SocketException _) {
            // Reset: as closed as can be.
        }
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    /** What comes up to and with {@code end}. */
    public String readUntil(String end) throws IOException {
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf(end) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new AssertionError("closed after: " + heard);
            }
            heard.append((char) next);
        }
        return heard.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
