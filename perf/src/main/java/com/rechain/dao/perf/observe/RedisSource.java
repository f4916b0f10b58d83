package com.rechain.dao.perf.observe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Redis as it sees itself: who is connected, what it holds, how often what was asked for was there,
 * and the time it works.
 *
 * @param address as {@code host:port}
 */
record RedisSource(String name, String address) implements Source {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final Set<String> WANTED =
            Set.of(
                    "connected_clients",
                    "blocked_clients",
                    "used_memory",
                    "maxmemory",
                    "keyspace_hits",
                    "keyspace_misses",
                    "evicted_keys",
                    "expired_keys",
                    "total_commands_processed",
                    "instantaneous_ops_per_sec",
                    "rejected_connections",
                    "used_cpu_sys",
                    "used_cpu_user");

    @Override
    public String section() {
        return "";
    }

    @Override
    public Map<String, Double> read() throws IOException {
        return figures(info());
    }

    static Map<String, Double> figures(String info) {
        Map<String, Double> figures = new HashMap<>();
        double busyMicros = 0;
        for (String line : info.split("\r\n")) {
            int colon = line.indexOf(':');
            if (line.startsWith("cmdstat_")) {
                busyMicros += field(line, "usec=");
            } else if (colon > 0 && WANTED.contains(line.substring(0, colon))) {
                figures.put(line.substring(0, colon), Double.valueOf(line.substring(colon + 1)));
            }
        }
        figures.put("busyMicros", busyMicros);
        return figures;
    }

    private String info() throws IOException {
        int colon = address.lastIndexOf(':');
        int port = Integer.parseInt(address.substring(colon + 1));
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream()
                    .write("INFO everything\r\n".getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            String length = answer.readLine();
            if (length == null || !length.startsWith("$")) {
                throw new IOException("Redis answered INFO with " + length);
            }
            char[] text = new char[Integer.parseInt(length.substring(1))];
            int read = 0;
            for (int n = 0; read < text.length && n >= 0; read += n) {
                n = answer.read(text, read, text.length - read);
            }
            return new String(text);
        }
    }

    private static double field(String line, String name) {
        int start = line.indexOf(name);
        if (start < 0) {
            return 0;
        }
        int end = line.indexOf(',', start);
        return Double.parseDouble(
                line.substring(start + name.length(), end < 0 ? line.length() : end));
    }
}
