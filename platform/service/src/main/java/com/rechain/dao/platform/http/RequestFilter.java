package com.rechain.dao.platform.http;

import com.rechain.dao.platform.request.RequestIds;
import com.rechain.dao.platform.request.TraceContext;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Gives every request its id and its place in a trace, before anything else looks at it: both go
 * into the log context, the id is echoed. The gateway has done the same; a caller inside the
 * cluster may not have.
 */
@Singleton
public class RequestFilter {
    private static final int FIRST = 1000;

    void register(@Observes Filters filters) {
        filters.register(this::identify, FIRST);
    }

    private void identify(RoutingContext context) {
        String requestId = RequestIds.acceptOrMake(context.request().getHeader(RequestIds.HEADER));
        CurrentTrace.enter(
                TraceContext.continueOrStart(context.request().getHeader(TraceContext.HEADER)),
                requestId);
        context.response().putHeader(RequestIds.HEADER, requestId);
        context.next();
    }
}
