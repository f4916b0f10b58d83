package com.rechain.dao.devstack.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Sends requests to the API, with the headers it was given. Immutable; safe for many threads. */
public final class ApiClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI gateway;
    private final Map<String, String> headers;
    private final int attempts;

    private ApiClient(HttpClient http, URI gateway, Map<String, String> headers, int attempts) {
        this.http = http;
        this.gateway = gateway;
        this.headers = Map.copyOf(headers);
        this.attempts = attempts;
    }

    /** A client of the platform behind {@code gateway}; nobody is signed in. */
    public static ApiClient of(URI gateway) {
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
        return new ApiClient(http, gateway, Map.of(), 1);
    }

    /** The same client, sending one more header with every request. */
    public ApiClient with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiClient(http, gateway, more, attempts);
    }

    /** The same client for the bearer of {@code accessToken}. */
    public ApiClient as(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    /** The same client of another address, such as one instance of a service. */
    public ApiClient at(URI address) {
        return new ApiClient(http, address, headers, attempts);
    }

    /**
     * The same client, coming back up to {@code attempts} times in all after a second where it is
     * told that the platform is too busy or not ready (429, 503). Such an answer seldom comes after
     * something was stored; where twice would be wrong, the request names an {@code
     * Idempotency-Key}.
     */
    public ApiClient trying(int attempts) {
        return new ApiClient(http, gateway, headers, attempts);
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply post(String path, Object body) {
        return send("POST", path, body);
    }

    public Reply put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Reply patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    /**
     * Sends one request, and again where {@link #trying} says so.
     *
     * @param body text as it is, anything else as JSON, nothing when null
     * @throws UncheckedIOException when no answer came
     */
    public Reply send(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path))
                        .timeout(TIMEOUT)
                        .method(method, publisher(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        Reply reply = sendOnce(method, path, request);
        for (int n = 1; n < attempts && isRefusedForNow(reply.status()); n++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            reply = sendOnce(method, path, request);
        }
        return reply;
    }

    private static boolean isRefusedForNow(int status) {
        return status == 429 || status == 503;
    }

    private Reply sendOnce(String method, String path, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(
                    method + " " + path,
                    response.statusCode(),
                    response.headers(),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path + " was interrupted", e);
        }
    }

    private static BodyPublisher publisher(@Nullable Object body) {
        return switch (body) {
            case null -> BodyPublishers.noBody();
            case String text -> BodyPublishers.ofString(text);
            default -> BodyPublishers.ofString(json(body));
        };
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + body, e);
        }
    }
}
