package com.rechain.dao.edge.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Gives the answers it was told, and remembers who asked. */
final class CountingOrigin implements AutoCloseable {
    /**
     * One answer.
     *
     * @param until what it waits for before it is sent
     */
    record Answer(int status, String body, Map<String, String> headers, CountDownLatch until) {
        static Answer of(String body, String cacheControl) {
            return new Answer(
                    200, body, Map.of("Cache-Control", cacheControl), new CountDownLatch(0));
        }

        Answer with(String name, String value) {
            Map<String, String> more = new ConcurrentHashMap<>(headers);
            more.put(name, value);
            return new Answer(status, body, Map.copyOf(more), until);
        }

        Answer status(int other) {
            return new Answer(other, body, headers, until);
        }

        Answer after(CountDownLatch latch) {
            return new Answer(status, body, headers, latch);
        }
    }

    /** One request that has come through. */
    record Asked(String method, String path, Map<String, List<String>> headers) {
        @Nullable String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : values.getFirst();
        }
    }

    /** In the place of a status: the connection ends without an answer. */
    static final int GONE = 0;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    CountingOrigin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** From now on {@code path} is answered so. */
    void answers(String path, Answer answer) {
        answers.put(path, answer);
    }

    /** All requests for {@code path} so far. */
    List<Asked> askedFor(String path) {
        return asked.stream().filter(one -> one.path().equals(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        try (exchange;
                InputStream body = exchange.getRequestBody()) {
            body.readAllBytes();
            asked.add(
                    new Asked(
                            exchange.getRequestMethod(),
                            path,
                            Map.copyOf(exchange.getRequestHeaders())));
            send(exchange, answers.getOrDefault(path, Answer.of("none", "no-store").status(404)));
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try {
            answer.until().await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (answer.status() == GONE) {
            return;
        }
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        String etag = answer.headers().get("ETag");
        if (etag != null && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
