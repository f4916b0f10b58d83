package com.rechain.dao.platform.http;

import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.platform.request.TraceContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Turns problems into HTTP answers. */
public final class ProblemResponses {
    private ProblemResponses() {}

    /** {@code problem} as an answer, with the current trace id, never cached. */
    public static Response of(Problem problem) {
        Problem traced =
                problem.inTrace(CurrentTrace.find().map(TraceContext::traceId).orElse(null));
        Response.ResponseBuilder response =
                Response.status(problem.status())
                        .type(Problem.MEDIA_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(traced.toJson());
        problem.retryAfterSeconds()
                .ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }
}
