package com.rechain.dao.gateway.health;

import com.rechain.dao.gateway.route.Service;
import com.rechain.dao.gateway.upstream.Instance;
import com.rechain.dao.gateway.upstream.InstanceAddress;
import com.rechain.dao.gateway.upstream.Readiness;
import com.rechain.dao.gateway.upstream.Upstreams;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Asks every instance again and again whether it is ready, and tells it so. One event loop. */
public final class ActiveChecks {
    private final Vertx vertx;
    private final Upstreams upstreams;
    private final HealthConfig config;
    private final HttpClient http;
    private final Map<Instance, Integer> silences = new WeakHashMap<>();
    private volatile boolean stopped;

    public ActiveChecks(Vertx vertx, Upstreams upstreams, HealthConfig config) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.config = config;
        this.http =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout((int) config.timeout().toMillis())
                                .setMaxPoolSize(1));
    }

    /** Begins; must be called on the event loop that is to do it. */
    public void start() {
        round();
    }

    public void stop() {
        stopped = true;
        http.close();
    }

    private void round() {
        if (stopped) {
            return;
        }
        for (Service service : Service.values()) {
            List<Instance> instances = upstreams.of(service).instances();
            instances.forEach(this::ask);
        }
        // Spread a little, so that several gateways do not ask in step.
        long every = config.every().toMillis();
        long jitter = ThreadLocalRandom.current().nextLong(every / 10 + 1);
        vertx.setTimer(every + jitter, _ -> round());
    }

    private void ask(Instance instance) {
        InstanceAddress address = instance.address();
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setHost(address.healthHost())
                        .setPort(address.healthPort())
                        .setURI(address.healthPath())
                        .setTimeout(config.timeout().toMillis());
        http.request(options)
                .compose(request -> request.send().compose(ActiveChecks::consume))
                .onSuccess(status -> heard(instance, status))
                .onFailure(_ -> heardNothing(instance));
    }

    private static Future<Integer> consume(HttpClientResponse response) {
        return response.end().map(_ -> response.statusCode());
    }

    private void heard(Instance instance, int status) {
        silences.remove(instance);
        instance.said(status == 200 ? Readiness.READY : Readiness.NOT_READY);
    }

    private void heardNothing(Instance instance) {
        int inARow = silences.merge(instance, 1, Integer::sum);
        if (inARow >= config.silences() || instance.readiness() == Readiness.UNKNOWN) {
            instance.said(Readiness.SILENT);
        }
    }
}
