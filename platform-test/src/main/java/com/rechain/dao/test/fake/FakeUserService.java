package com.rechain.dao.test.fake;

import com.rechain.dao.test.security.TestTokens;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * User-service as the other services see it: the key set, and the internal questions about spaces,
 * members, electorates and delegations, answered from memory.
 */
public final class FakeUserService implements AutoCloseable {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final int MAX_PAGE = 5_000;

    private final Map<UUID, FakeSpace> spaces = new ConcurrentHashMap<>();
    private final String secret;
    private final HttpStub http;
    private volatile boolean away;

    private FakeUserService(String secret) {
        this.secret = secret;
        this.http = HttpStub.start(this::handle);
    }

    /** Starts it; internal calls must carry the secret. */
    public static FakeUserService start(String secret) {
        return new FakeUserService(secret);
    }

    public String url() {
        return http.url();
    }

    /** A new public space without members. */
    public FakeSpace aSpace() {
        return aSpace("PUBLIC");
    }

    public FakeSpace aSpace(String visibility) {
        FakeSpace space = new FakeSpace(UUID.randomUUID(), visibility);
        spaces.put(space.id(), space);
        return space;
    }

    /** From now on it answers 503 to everything but the key set. */
    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    @Override
    public void close() {
        http.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/.well-known/jwks.json")) {
            HttpStub.answer(exchange, 200, JSON, TestTokens.jwks());
        } else if (away) {
            problem(exchange, 503, "unavailable");
        } else if (secret.equals(exchange.getRequestHeaders().getFirst("Dao-Internal-Secret"))) {
            internal(exchange, List.of(path.split("/")));
        } else {
            problem(exchange, 404, "not-found");
        }
    }

    /** The path is {@code ["", "internal", "v1", "spaces", spaceId, question, userId]}. */
    private void internal(HttpExchange exchange, List<String> path) throws IOException {
        FakeSpace space = path.size() < 5 ? null : spaces.get(UUID.fromString(path.get(4)));
        if (space == null) {
            problem(exchange, 404, "space-not-found");
        } else if (path.size() == 5) {
            HttpStub.answer(exchange, 200, JSON, space.json());
        } else if (path.get(5).equals("electorate")) {
            electorate(exchange, space);
        } else if (path.get(5).equals("delegations")) {
            HttpStub.answer(exchange, 200, JSON, space.delegations());
        } else if (path.get(5).equals("settings")) {
            HttpStub.answer(exchange, 200, JSON, space.settingsJson());
        } else if (path.get(5).equals("weights")) {
            Instant before = Instant.parse(query(exchange.getRequestURI()).get("before"));
            HttpStub.answer(
                    exchange, 200, JSON, space.weightJson(UUID.fromString(path.get(6)), before));
        } else if (path.get(5).equals("executions")) {
            execution(exchange, space, path.get(6));
        } else {
            member(exchange, space, UUID.fromString(path.get(6)));
        }
    }

    private static void member(HttpExchange exchange, FakeSpace space, UUID userId)
            throws IOException {
        var member = space.member(userId);
        if (member.isPresent()) {
            HttpStub.answer(exchange, 200, JSON, member.get());
        } else {
            problem(exchange, 404, "member-not-found");
        }
    }

    private static void execution(HttpExchange exchange, FakeSpace space, String executionId)
            throws IOException {
        String order = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = space.order(executionId, order);
        if (status == 200) {
            HttpStub.answer(exchange, 200, JSON, "{\"result\":\"It is done.\"}");
        } else {
            problem(exchange, status, "refused");
        }
    }

    private static void electorate(HttpExchange exchange, FakeSpace space) throws IOException {
        Map<String, String> query = query(exchange.getRequestURI());
        Instant at = Instant.parse(query.getOrDefault("at", ""));
        if (!at.isBefore(Instant.now())) {
            problem(exchange, 409, "state-conflict");
            return;
        }
        int limit = Integer.parseInt(query.getOrDefault("limit", Integer.toString(MAX_PAGE)));
        List<Map.Entry<String, BigInteger>> rest =
                space.electorate(at, query.getOrDefault("after", ""));
        List<Map.Entry<String, BigInteger>> page = rest.subList(0, Math.min(limit, rest.size()));
        String next = page.size() == rest.size() ? "null" : "\"" + page.getLast().getKey() + "\"";
        String entries =
                page.stream()
                        .map(entry ->
                                "{\"userId\":\"%s\",\"weight\":\"%s\"}"
                                        .formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(","));
        HttpStub.answer(
                exchange,
                200,
                JSON,
                "{\"at\":\"%s\",\"entries\":[%s],\"next\":%s}".formatted(at, entries, next));
    }

    private static Map<String, String> query(URI uri) {
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static void problem(HttpExchange exchange, int status, String code) throws IOException {
        String body =
                "{\"type\":\"urn:rechain-dao:problem:%s\",\"status\":%d,\"code\":\"%s\"}"
                        .formatted(code, status, code);
        HttpStub.answer(exchange, status, PROBLEM, body);
    }
}
