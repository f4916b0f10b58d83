package com.rechain.dao.perf.lab.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What Redis says of itself by INFO. */
final class RedisProbe implements Probe {
    private static final int TIMEOUT_MILLIS = 500;
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
                    "rejected_connections");

    private final InetSocketAddress address;

    /**
     * @param address as {@code host:port}
     */
    RedisProbe(String address) {
        int colon = address.lastIndexOf(':');
        this.address =
                new InetSocketAddress(
                        address.substring(0, colon),
                        Integer.parseInt(address.substring(colon + 1)));
    }

    @Override
    public void into(ObjectNode second) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write("INFO\r\n".getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String head = answer.readLine();
            if (head != null && head.startsWith("$")) {
                read(answer, Integer.parseInt(head.substring(1)), second.putObject("redis"));
            }
        }
    }

    private static void read(BufferedReader answer, int length, ObjectNode redis)
            throws IOException {
        int seen = 0;
        String line;
        while (seen < length && (line = answer.readLine()) != null) {
            seen += line.length() + 2;
            int colon = line.indexOf(':');
            if (colon > 0 && WANTED.contains(line.substring(0, colon))) {
                redis.put(line.substring(0, colon), Long.parseLong(line.substring(colon + 1)));
            }
        }
    }
}
