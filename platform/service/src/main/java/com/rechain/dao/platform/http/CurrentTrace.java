package com.rechain.dao.platform.http;

import com.rechain.dao.platform.request.TraceContext;
import java.util.Optional;
import org.jboss.logging.MDC;

/**
 * The trace context of the work at hand. It lives in the log context, which follows a request
 * across threads.
 */
public final class CurrentTrace {
    private static final String TRACEPARENT = "traceparent";
    private static final String TRACE_ID = "traceId";
    private static final String REQUEST_ID = "requestId";

    private CurrentTrace() {}

    /** Makes {@code trace} and {@code requestId} those of the work that follows. */
    public static void enter(TraceContext trace, String requestId) {
        MDC.put(TRACEPARENT, trace.traceparent());
        MDC.put(TRACE_ID, trace.traceId());
        MDC.put(REQUEST_ID, requestId);
    }

    /** The current context, if any work has entered one. */
    public static Optional<TraceContext> find() {
        return MDC.get(TRACEPARENT) instanceof String traceparent
                ? TraceContext.parse(traceparent)
                : Optional.empty();
    }

    /** The id of the current request, if any. */
    public static Optional<String> requestId() {
        return MDC.get(REQUEST_ID) instanceof String requestId
                ? Optional.of(requestId)
                : Optional.empty();
    }
}
