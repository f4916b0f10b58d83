package com.rechain.dao.perf.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request of a load. Its bytes are made once and kept, so a plan that answers the same instance
 * again and again costs the generator next to nothing.
 */
public final class PlannedRequest {
    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final @Nullable String body;
    private final String kind;
    private final @Nullable Consumer<Answer> listener;
    private byte @Nullable [] bytes;

    public PlannedRequest(
            String method, String path, Map<String, String> headers, @Nullable String body) {
        this(method, path, headers, body, "", null);
    }

    private PlannedRequest(
            String method,
            String path,
            Map<String, String> headers,
            @Nullable String body,
            String kind,
            @Nullable Consumer<Answer> listener) {
        this.method = method;
        this.path = path;
        this.headers = Map.copyOf(headers);
        this.body = body;
        this.kind = kind;
        this.listener = listener;
    }

    /** A read without a token. */
    public static PlannedRequest get(String path) {
        return new PlannedRequest("GET", path, Map.of(), null);
    }

    /** A write of {@code json} by the bearer of {@code accessToken}. */
    public static PlannedRequest put(String path, String accessToken, String json) {
        return new PlannedRequest("PUT", path, bearer(accessToken), json);
    }

    /** A new thing made of {@code json} by the bearer of {@code accessToken}. */
    public static PlannedRequest post(String path, String accessToken, String json) {
        return new PlannedRequest("POST", path, bearer(accessToken), json);
    }

    /** A request of nobody in particular that carries {@code json}. */
    public static PlannedRequest post(String path, String json) {
        return new PlannedRequest("POST", path, Map.of("Content-Type", "application/json"), json);
    }

    /** The same request, counted and timed among those of its kind. */
    public PlannedRequest ofKind(String name) {
        return new PlannedRequest(method, path, headers, body, name, listener);
    }

    /** The same request, whose answer {@code heard} gets to see. */
    public PlannedRequest andThen(Consumer<Answer> heard) {
        return new PlannedRequest(method, path, headers, body, kind, heard);
    }

    String kind() {
        return kind;
    }

    @Nullable Consumer<Answer> listener() {
        return listener;
    }

    /** What goes over the wire to {@code host}; a request is only ever sent to one. */
    byte[] bytes(String host) {
        byte[] made = bytes;
        if (made == null) {
            made = encode(host);
            bytes = made;
        }
        return made;
    }

    private byte[] encode(String host) {
        StringBuilder head = new StringBuilder(256);
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ").append(host);
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        byte[] content = body == null ? new byte[0] : body.getBytes(UTF_8);
        if (body != null) {
            head.append("\r\nContent-Length: ").append(content.length);
        }
        byte[] start = head.append("\r\n\r\n").toString().getBytes(ISO_8859_1);
        byte[] all = Arrays.copyOf(start, start.length + content.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        return all;
    }

    private static Map<String, String> bearer(String accessToken) {
        return Map.of("Authorization", "Bearer " + accessToken, "Content-Type", "application/json");
    }
}
