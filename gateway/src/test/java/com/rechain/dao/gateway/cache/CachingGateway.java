package com.rechain.dao.gateway.cache;

import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.ScriptedService;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway with its micro-cache before a service that counts its answers. */
final class CachingGateway implements AutoCloseable {
    static final String PATH = "/api/v1/proposals?limit=5";
    static final String LONG =
            "public, max-age=0, s-maxage=10, stale-while-revalidate=30, stale-if-error=300";
    static final String SHORT =
            "public, max-age=0, s-maxage=1, stale-while-revalidate=30, stale-if-error=300";

    private final AtomicInteger asked = new AtomicInteger();
    private final ScriptedService service = ScriptedService.running(request -> say(request, LONG));
    private GatewayUnderTest gateway = start();

    ScriptedService service() {
        return service;
    }

    /** How often the service has answered. */
    AtomicInteger asked() {
        return asked;
    }

    MicroCache cache() {
        return gateway.gateway().cache();
    }

    boolean hasKeys() {
        return gateway.gateway().hasKeys();
    }

    /** Starts anew with these settings, names and values in turn. */
    void restart(String... settings) {
        gateway.close();
        gateway = start(settings);
    }

    HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        return gateway.get(path, headers);
    }

    HttpRequest.Builder request(String path) {
        return gateway.request(path);
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return gateway.send(request);
    }

    /** Lets {@code times} callers ask for {@link #PATH} at once. */
    List<CompletableFuture<HttpResponse<String>>> ask(int times) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(
                    gateway.http()
                            .sendAsync(
                                    gateway.request(PATH).build(),
                                    HttpResponse.BodyHandlers.ofString()));
        }
        return answers;
    }

    /** Answers as the service does, with the number of the answer. */
    void say(HttpServerRequest request, String cacheControl) {
        HttpServerResponse response = request.response();
        if (!cacheControl.isEmpty()) {
            response.putHeader("Cache-Control", cacheControl);
        }
        response.putHeader("Content-Type", "application/json")
                .putHeader("Vary", "Authorization, Freshness-Token")
                .putHeader("Cache-Tag", "proposals,space:1")
                .end("answer " + asked.incrementAndGet());
    }

    /** How many requests the gateway has not answered yet. */
    int underWay() {
        return gateway.gateway().draining().underWay();
    }

    /** How many requests ended in this way. */
    double count(String result) {
        return gateway.registry()
                .get("dao.gateway.cache.requests")
                .tag("uri", "/api/v1/proposals")
                .tag("result", result)
                .counter()
                .count();
    }

    static String cacheStatus(HttpResponse<?> response) {
        return response.headers().firstValue("Cache-Status").orElse("");
    }

    @Override
    public void close() {
        gateway.close();
        service.close();
    }

    private GatewayUnderTest start(String... settings) {
        GatewayUnderTest.Builder builder =
                GatewayUnderTest.builder()
                        .users(service)
                        .proposals(service)
                        .set("cache.enabled", "true");
        for (int i = 0; i < settings.length; i += 2) {
            builder.set(settings[i], settings[i + 1]);
        }
        return builder.start();
    }
}
