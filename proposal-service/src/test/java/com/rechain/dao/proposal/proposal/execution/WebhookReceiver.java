package com.rechain.dao.proposal.proposal.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rechain.dao.test.fake.HttpStub;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Who is called by webhooks, keeps what came and answers as told. */
final class WebhookReceiver implements AutoCloseable {
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final HttpStub stub = HttpStub.start(this::take);
    private volatile int status = 200;

    record Received(String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .getFirst();
        }
    }

    Queue<Received> received() {
        return received;
    }

    /** Where it listens, by the name of this machine: the address itself is a private one. */
    String url() {
        return stub.url().replace("127.0.0.1", "localhost");
    }

    /** The same by address, which webhooks may not go to. */
    String privateUrl() {
        return stub.url().replace("localhost", "127.0.0.1");
    }

    /** An action that calls it. */
    Map<String, Object> webhook(String path) {
        return Map.of("kind", "WEBHOOK", "url", url() + path, "headers", Map.of("X-Team", "roof"));
    }

    void answersWith(int code) {
        status = code;
    }

    @Override
    public void close() {
        stub.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        received.add(
                new Received(
                        exchange.getRequestURI().getPath(),
                        Map.copyOf(exchange.getRequestHeaders()),
                        body));
        if (status == 302) {
            exchange.getResponseHeaders().set("Location", stub.url() + "/elsewhere");
        }
        HttpStub.answer(exchange, status, "text/plain", status == 204 ? "" : "thanks");
    }
}
