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
    final LoopDelay delay;
    final AttemptClock clock;

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
        this.delay = new LoopDelay(vertx, resilience.overload().loopDelay().toNanos());
        this.clock = new AttemptClock(vertx);
        delay.start();
        clock.start();
    }

    /** Has {@code call} answered by the service of {@code route}. */
    public void forward(Call call, Route route) {
        new Exchange(this, call, route, new Recipient.Caller(call)).startForCaller();
    }

    /**
     * Asks the service of {@code route} what {@code call} asks, for {@code recipient}: goes on when
     * the caller has left, even when it has been answered. The call must have no body. What is
     * returned gives it up, on this event loop.
     */
    public Runnable fetch(Call call, Route route, Recipient recipient) {
        Exchange exchange = new Exchange(this, call, route, recipient);
        exchange.start();
        return exchange::abandon;
    }

    /** Closes the connections to the instances. */
    public void close() {
        delay.stop();
        clock.stop();
        clients.close();
    }
}
