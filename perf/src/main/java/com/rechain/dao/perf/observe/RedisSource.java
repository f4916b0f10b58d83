package com.rechain.dao.perf.observe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Redis as it sees itself: the time it works, and how often what was asked for was there. */
record RedisSource(String name, int port) implements Source {
    private static final int TIMEOUT_MILLIS = 3_000;

    @Override
    public String section() {
        return "";
    }

    @Override
    public Map<String, Double> read() throws IOException {
        Map<String, Double> figures = new HashMap<>();
        double busyMicros = 0;
        for (String line : info().split("\r\n")) {
            int colon = line.indexOf(':');
            if (line.startsWith("cmdstat_")) {
                busyMicros += field(line, "usec=");
            } else if (line.matches(
                    "(keyspace_(hits|misses)|used_memory|evicted_keys|used_cpu_(sys|user)):.*")) {
                figures.put(line.substring(0, colon), Double.valueOf(line.substring(colon + 1)));
            }
        }
        figures.put("busyMicros", busyMicros);
        return figures;
    }

    private String info() throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
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
