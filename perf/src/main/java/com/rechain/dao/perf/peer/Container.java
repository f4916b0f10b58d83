package com.rechain.dao.perf.peer;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A service in a container of its own on this machine's network, as small as in production. */
public final class Container implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long ASK_EVERY_NANOS = 5_000_000;

    private final String id;

    private Container(String id) {
        this.id = id;
    }

    /** Prepares one; nothing runs yet. */
    public static Container create(String image, Map<String, String> variables)
            throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "create",
                                "--network=host",
                                "--read-only",
                                "--cpus=2",
                                "--memory=512m"));
        words.addAll(List.of("--tmpfs", "/tmp:exec"));
        variables.forEach((name, value) -> words.addAll(List.of("-e", name + "=" + value)));
        words.add(image);
        return new Container(docker(words));
    }

    /** Starts it and returns how long its process took until it said that it is ready. */
    public Duration startUntilReady(int managementPort) throws IOException, InterruptedException {
        docker(List.of("start", id));
        Instant started =
                Instant.parse(docker(List.of("inspect", "-f", "{{.State.StartedAt}}", id)));
        Instant limit = started.plus(LIMIT);
        while (!ready(managementPort)) {
            if (Instant.now().isAfter(limit)) {
                throw new IOException("not ready: " + docker(List.of("logs", "--tail", "20", id)));
            }
            LockSupport.parkNanos(ASK_EVERY_NANOS);
        }
        return Duration.between(started, Instant.now());
    }

    /** How large an image is, unpacked. */
    public static long megabytes(String image) throws IOException, InterruptedException {
        return Long.parseLong(docker(List.of("image", "inspect", "-f", "{{.Size}}", image)))
                / 1_000_000;
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        docker(List.of("rm", "-f", id));
    }

    private static boolean ready(int managementPort) {
        URI address = URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false;
        }
    }

    private static String docker(List<String> words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("docker"));
        all.addAll(words);
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("docker " + words.getFirst() + " failed: " + printed);
        }
        return printed.strip();
    }
}
