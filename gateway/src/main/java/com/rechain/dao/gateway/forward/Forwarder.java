package com.rechain.dao.gateway.forward;

import com.rechain.dao.gateway.edge.Call;
import com.rechain.dao.gateway.edge.EdgeRules;
import com.rechain.dao.gateway.edge.RequestHeaders;
import com.rechain.dao.gateway.metric.GatewayMetrics;
import com.rechain.dao.gateway.route.Route;
import com.rechain.dao.gateway.upstream.ResilienceConfig;
import com.rechain.dao.gateway.upstream.Upstreams;
import com.rechain.dao.platform.telemetry.Tracing;
import io.vertx.core.Vertx;

/** Passes requests of one event loop on to the services. */
public final class Forwarder {
    final Vertx vertx;
    final Upstreams upstreams;
    final EdgeRules rules;
    final RequestHeaders headers;
    final DeadlineConfig deadlines;
    final ResilienceConfig resilience;
    final GatewayMetrics metrics;
    final Tracing tracing;
    final HttpClients clients;

    public Forwarder(
            Vertx vertx,
            Upstreams upstreams,
            EdgeRules rules,
            RequestHeaders headers,
            DeadlineConfig deadlines,
            ResilienceConfig resilience,
            GatewayMetrics metrics,
            Tracing tracing) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.rules = rules;
        this.headers = headers;
        this.deadlines = deadlines;
        this.resilience = resilience;
        this.metrics = metrics;
        this.tracing = tracing;
        this.clients = new HttpClients(vertx, deadlines, resilience);
    }

    /** Has {@code call} answered by the service of {@code route}. */
    public void forward(Call call, Route route) {
        new Exchange(this, call, route).start();
    }

    /** Closes the connections to the instances. */
    public void close() {
        clients.close();
    }
}
