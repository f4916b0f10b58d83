package com.rechain.dao.gateway.auth;

import com.rechain.dao.gateway.route.Service;
import com.rechain.dao.gateway.upstream.Instance;
import com.rechain.dao.gateway.upstream.Upstreams;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;

/**
 * Keeps {@link PublishedKeys} up to date, from one instance of user-service after the other. While
 * none answers, the last known keys stay in force.
 */
public final class KeyRefresh {
    private static final Logger LOG = Logger.getLogger(KeyRefresh.class);
    private static final String PATH = "/.well-known/jwks.json";
    private static final int TIMEOUT_MILLIS = 2_000;

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final PublishedKeys keys;
    private final EdgeAuth auth;
    private final AuthConfig config;
    private final HttpClient http;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicLong lastUnknown;
    private volatile boolean stopped;
    private volatile boolean failing;

    public KeyRefresh(
            Vertx vertx,
            Upstreams upstreams,
            PublishedKeys keys,
            EdgeAuth auth,
            AuthConfig config) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.keys = keys;
        this.auth = auth;
        this.config = config;
        this.http =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout(TIMEOUT_MILLIS)
                                .setDecoderInitialBufferSize(1024));
        this.lastUnknown = new AtomicLong(System.nanoTime() - config.unknownKeyPause().toNanos());
    }

    /** Begins; from then on keys are fetched as often as configured. */
    public void start() {
        keys.onUnknownKey(this::refreshForUnknownKey);
        refreshAndPlanNext();
    }

    public void stop() {
        stopped = true;
        http.close();
    }

    private void refreshAndPlanNext() {
        if (stopped) {
            return;
        }
        refresh()
                .onComplete(_ -> {
                    var pause = keys.loaded() ? config.refreshEvery() : config.firstLoadEvery();
                    vertx.setTimer(pause.toMillis(), _ -> refreshAndPlanNext());
                });
    }

    private void refreshForUnknownKey() {
        long now = System.nanoTime();
        long last = lastUnknown.get();
        // Tokens with made-up key ids must not become a way to call user-service.
        boolean due = now - last >= config.unknownKeyPause().toNanos();
        if (due && !stopped && lastUnknown.compareAndSet(last, now)) {
            refresh();
        }
    }

    private Future<Void> refresh() {
        List<Instance> instances = upstreams.of(Service.USER).instances();
        if (instances.isEmpty()) {
            return Future.succeededFuture();
        }
        Instance asked = instances.get(Math.floorMod(turn.getAndIncrement(), instances.size()));
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setServer(asked.socket())
                        .setHost(asked.address().host())
                        .setPort(asked.address().port())
                        .setURI(PATH)
                        .setTimeout(TIMEOUT_MILLIS);
        return http.request(options)
                .compose(request -> request.send().compose(KeyRefresh::body))
                .compose(this::replace)
                .onSuccess(_ -> failing = false)
                .onFailure(failure -> complain(asked, failure));
    }

    private static Future<String> body(HttpClientResponse response) {
        return response.statusCode() == 200
                ? response.body().map(Object::toString)
                : Future.failedFuture("status " + response.statusCode());
    }

    private Future<Void> replace(String jwks) {
        try {
            if (keys.replace(jwks)) {
                auth.keysChanged();
            }
            return Future.succeededFuture();
        } catch (JoseException e) {
            return Future.failedFuture(e);
        }
    }

    private void complain(Instance asked, Throwable failure) {
        // Once per series of failures: it is tried again soon and often.
        if (!failing && !stopped) {
            LOG.warnf("no keys to be had from %s: %s", asked.address(), failure.getMessage());
        }
        failing = true;
    }
}
