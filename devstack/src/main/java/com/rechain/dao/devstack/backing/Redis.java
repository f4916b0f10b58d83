package com.rechain.dao.devstack.backing;

import com.rechain.dao.devstack.process.ProcessSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Redis that keeps nothing on disk: whatever it holds may be lost. */
public final class Redis {
    private static final int TIMEOUT_MILLIS = 1_000;
    private static final String PONG = "+PONG";

    private Redis() {}

    static ProcessServer server(Path state, Path program, int port) {
        return server("redis", state, program, port, List.of());
    }

    /** One of several, with settings of its own. */
    static ProcessServer server(
            String name, Path state, Path program, int port, List<String> settings) {
        List<String> common =
                List.of(
                        program.toString(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--save",
                        "",
                        "--appendonly",
                        "no",
                        "--maxmemory",
                        "64mb",
                        "--maxmemory-policy",
                        "allkeys-lru");
        return process(
                name, state, port, Stream.concat(common.stream(), settings.stream()).toList());
    }

    static ProcessServer process(String name, Path state, int port, List<String> command) {
        ProcessSpec spec = new ProcessSpec(name, command, Map.of(), state.resolve(name), state);
        return new ProcessServer(spec, port, () -> answers(port));
    }

    /** Whether it answers a ping. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(PONG.length());
            return PONG.equals(new String(answer, StandardCharsets.US_ASCII));
        } catch (IOException _) {
            return false;
        }
    }
}
