package com.rechain.dao.e2e.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Speaks as much of the collector's side of the agent protocol as an agent needs to report. */
final class NewRelicStub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> ANSWERS =
            Map.of(
                    "preconnect",
                    "{\"redirect_host\":\"localhost\"}",
                    "connect",
                    """
                    {"agent_run_id":"1","data_report_period":5,"collect_errors":true,"collect_traces":true,
                     "event_harvest_config":{"report_period_ms":5000,
                                             "harvest_limits":{"span_event_data":10}}}\
                    """);

    private final List<Invocation> invocations = new CopyOnWriteArrayList<>();
    private final HttpsServer server;

    /** What an agent called. */
    record Invocation(String method, String licenseKey, byte[] body) {
        /** The body, where it is JSON: metrics may hold numbers that JSON has no word for. */
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    NewRelicStub(TestCertificate certificate) throws IOException {
        server =
                HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/agent_listener/invoke_raw_method", this::take);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Invocation> invocations(String method) {
        return invocations.stream().filter(call -> call.method().equals(method)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange.getRequestURI().getQuery());
        String method = query.getOrDefault("method", "");
        byte[] body = body(exchange).readAllBytes();
        invocations.add(new Invocation(method, query.getOrDefault("license_key", ""), body));
        byte[] answer =
                "{\"return_value\":%s}"
                        .formatted(ANSWERS.getOrDefault(method, "[]"))
                        .getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        InputStream body = exchange.getRequestBody();
        return switch (exchange.getRequestHeaders().getFirst("Content-Encoding")) {
            case "gzip" -> new GZIPInputStream(body);
            case "deflate" -> new InflaterInputStream(body);
            case null, default -> body;
        };
    }

    private static Map<String, String> query(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
