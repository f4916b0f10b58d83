package com.rechain.dao.gateway.server;

import com.rechain.dao.gateway.GatewayProblem;
import com.rechain.dao.gateway.auth.AuthVerdict;
import com.rechain.dao.gateway.auth.EdgeAuth;
import com.rechain.dao.gateway.cache.MicroCache;
import com.rechain.dao.gateway.edge.Answers;
import com.rechain.dao.gateway.edge.Call;
import com.rechain.dao.gateway.edge.EdgeRules;
import com.rechain.dao.gateway.edge.Page;
import com.rechain.dao.gateway.edge.RequestHeaders;
import com.rechain.dao.gateway.forward.Forwarder;
import com.rechain.dao.gateway.metric.GatewayMetrics;
import com.rechain.dao.gateway.route.PublicRoutes;
import com.rechain.dao.gateway.route.Route;
import com.rechain.dao.gateway.route.RouteTable;
import com.rechain.dao.gateway.route.Traffic;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.platform.telemetry.Tracing;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes every request and leads it through the checks to a service, a page or a problem. */
final class FrontDoor implements Handler<HttpServerRequest> {
    private static final int CALLER_LEFT = 499;

    private final Vertx vertx;
    private final RouteTable routes;
    private final Map<String, Page> pages;
    private final EdgeRules rules;
    private final RequestHeaders headers;
    private final EdgeAuth auth;
    private final Forwarder forwarder;
    private final MicroCache cache;
    private final GatewayMetrics metrics;
    private final Draining draining;
    private final Tracing tracing;

    FrontDoor(Vertx vertx, Gateway gateway, Forwarder forwarder) {
        this.vertx = vertx;
        this.routes = gateway.routes();
        this.pages = gateway.pages();
        this.rules = gateway.rules();
        this.headers = gateway.headers();
        this.auth = gateway.auth();
        this.cache = gateway.cache();
        this.metrics = gateway.metrics();
        this.draining = gateway.draining();
        this.tracing = gateway.tracing();
        this.forwarder = forwarder;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (Call.comesTooLate(request)) {
            return;
        }
        Call call = new Call(vertx, request, tracing);
        if (draining.hasBegun()) {
            call.endConnectionInPeace();
        }
        headers.readForwarding(call);
        Problem refusal = rules.refusal(call);
        Route route = refusal == null ? routes.find(request.uri()) : null;
        watch(call, route);
        if (refusal != null) {
            Answers.problem(call, refusal);
        } else if (route == null) {
            page(call);
        } else {
            pass(call, route);
        }
    }

    private void pass(Call call, Route route) {
        Problem refusal = rules.refusal(call, route);
        if (refusal != null) {
            Answers.problem(call, refusal);
            return;
        }
        switch (auth.verdict(call.request().headers())) {
            case AuthVerdict.Anonymous _, AuthVerdict.Genuine _ ->
                    cache.answer(call, route, forwarder);
            case AuthVerdict.Refused(Problem problem) -> Answers.problem(call, problem);
        }
    }

    private void page(Call call) {
        HttpServerRequest request = call.request();
        Page page = pages.get(request.path());
        if (page == null) {
            Answers.problem(call, GatewayProblem.NOT_FOUND.with("There is nothing at this path."));
        } else if (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD) {
            page.answer(call);
        } else {
            request.response().putHeader("Allow", "GET, HEAD");
            Answers.problem(
                    call, GatewayProblem.METHOD_NOT_ALLOWED.with("This page can only be read."));
        }
    }

    private void watch(Call call, @Nullable Route route) {
        boolean stream = route != null && route.traffic() == Traffic.STREAM;
        if (!stream) {
            draining.entered();
        }
        call.response().endHandler(new Departure(call, route, stream));
    }

    /** What is done once when a request is over, however it ended. */
    private final class Departure implements Handler<Void> {
        private final Call call;
        private final @Nullable Route route;
        private final boolean stream;
        private boolean done;

        Departure(Call call, @Nullable Route route, boolean stream) {
            this.call = call;
            this.route = route;
            this.stream = stream;
        }

        @Override
        public void handle(Void end) {
            if (done) {
                return;
            }
            done = true;
            if (!stream) {
                draining.left();
            }
            boolean answered = call.response().ended();
            int status = answered ? call.response().getStatusCode() : CALLER_LEFT;
            long nanos = System.nanoTime() - call.startedAt();
            HttpMethod method = call.request().method();
            metrics.answered(template(), method, status, nanos);
            call.step()
                    .answered(
                            PublicRoutes.nameOf(method),
                            route == null ? null : route.template(),
                            status);
        }

        private @Nullable String template() {
            if (route != null) {
                return route.template();
            }
            String path = call.request().path();
            return pages.containsKey(path) ? path : null;
        }
    }
}
