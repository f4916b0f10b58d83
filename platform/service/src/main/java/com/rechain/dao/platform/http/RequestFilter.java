package com.rechain.dao.platform.http;

import com.rechain.dao.platform.request.RequestIds;
import com.rechain.dao.platform.request.TraceContext;
import com.rechain.dao.platform.telemetry.Step;
import com.rechain.dao.platform.telemetry.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Gives every request its id and its place in a trace, before anything else looks at it: both go
 * into the log context, the id is echoed. The gateway has done the same; a caller inside the
 * cluster may not have. Where tracing is on, the request is a step of its trace.
 */
@Singleton
public class RequestFilter {
    private static final int FIRST = 1000;

    /** Where Quarkus keeps the template of the path that matched, for its metrics. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private final Tracing tracing;

    RequestFilter(Tracing tracing) {
        this.tracing = tracing;
    }

    void register(@Observes Filters filters) {
        filters.register(this::identify, FIRST);
    }

    private void identify(RoutingContext context) {
        String requestId = RequestIds.acceptOrMake(context.request().getHeader(RequestIds.HEADER));
        String traceparent = context.request().getHeader(TraceContext.HEADER);
        Step step = tracing.resume("request", SpanKind.SERVER, traceparent);
        CurrentTrace.enter(
                step.trace().orElseGet(() -> TraceContext.continueOrStart(traceparent)), requestId);
        if (step != Step.NONE) {
            context.addEndHandler(_ -> end(step, context));
        }
        context.response().putHeader(RequestIds.HEADER, requestId);
        context.next();
    }

    private static void end(Step step, RoutingContext context) {
        HttpServerRequest request = context.request();
        String template = ((HttpServerRequestInternal) request).context().getLocal(TEMPLATE);
        step.answered(request.method().name(), template, context.response().getStatusCode());
    }
}
