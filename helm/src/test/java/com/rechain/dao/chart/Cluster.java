package com.rechain.dao.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The API server that Helm asks for existing Secrets while it renders. It has what tests put there.
 */
final class Cluster {
    private static final Cluster ONE = new Cluster();

    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    private Cluster() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
            Files.writeString(
                    Path.of(System.getenv("KUBECONFIG")),
                    kubeconfig(server.getAddress().getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void isEmptyUnlessFilled() {
        // To be called is enough: the server starts with the class.
    }

    /**
     * @param data base64 values by key, as JSON
     */
    static void holdsSecret(String name, String data) {
        ONE.secrets.put(name, data);
    }

    static void losesSecret(String name) {
        ONE.secrets.remove(name);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String secret = secrets.get(path.substring(path.lastIndexOf('/') + 1));
        if (path.equals("/api/v1")) {
            send(exchange, 200, RESOURCES);
        } else if (secret != null) {
            send(exchange, 200, SECRET.formatted(secret));
        } else {
            send(exchange, 404, NOT_FOUND);
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String kubeconfig(int port) {
        return """
        apiVersion: v1
        kind: Config
        clusters: [{name: test, cluster: {server: "http://127.0.0.1:%d"}}]
        contexts: [{name: test, context: {cluster: test, user: test}}]
        users: [{name: test, user: {}}]
        current-context: test
        """
                .formatted(port);
    }

    private static final String RESOURCES =
            """
            {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "v1", "resources": [
              {"name": "secrets", "singularName": "secret", "namespaced": true, "kind": "Secret", "verbs": ["get"]}]}
            """;
    private static final String SECRET =
            """
            {"kind": "Secret", "apiVersion": "v1", "metadata": {"name": "kept"}, "data": %s}
            """;
    private static final String NOT_FOUND =
            """
            {"kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": "NotFound", "code": 404}
            """;
}
