package com.rechain.dao.perf.load;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request of a load: what is sent, and which status counts as success. */
public record PlannedRequest(
        HttpMethod method, String path, Map<String, String> headers, @Nullable String body) {

    /** A read without a token. */
    public static PlannedRequest get(String path) {
        return new PlannedRequest(HttpMethod.GET, path, Map.of(), null);
    }

    /** A write of {@code json} by the bearer of {@code accessToken}. */
    public static PlannedRequest put(String path, String accessToken, String json) {
        Map<String, String> headers =
                Map.of(
                        "Authorization",
                        "Bearer " + accessToken,
                        "Content-Type",
                        "application/json");
        return new PlannedRequest(HttpMethod.PUT, path, headers, json);
    }
}
