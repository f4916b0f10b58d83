package com.rechain.dao.platform.telemetry;

import com.rechain.dao.platform.request.TraceContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One recorded step of a trace. It says what was done, never by whom or with what content: no
 * addresses, names, bodies, queries or choices.
 */
public final class Step {
    /** The step that nobody records. */
    public static final Step NONE = new Step(Span.getInvalid());

    private static final AttributeKey<String> METHOD =
            AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS =
            AttributeKey.longKey("http.response.status_code");

    private final Span span;

    Step(Span span) {
        this.span = span;
    }

    /** Where in its trace this step stands; empty where tracing is off. */
    public Optional<TraceContext> trace() {
        SpanContext context = span.getSpanContext();
        return context.isValid()
                ? Optional.of(
                        new TraceContext(
                                context.getTraceId(),
                                context.getSpanId(),
                                context.isSampled() ? "01" : "00"))
                : Optional.empty();
    }

    public void note(String name, String value) {
        span.setAttribute(name, value);
    }

    public void note(String name, long value) {
        span.setAttribute(name, value);
    }

    /** Notes that something has happened just now. */
    public void reached(String point) {
        span.addEvent(point);
    }

    /** Marks the step as failed; {@code reason} is a kind of failure, not its message. */
    public void fail(String reason) {
        span.setAttribute("error.type", reason);
        span.setStatus(StatusCode.ERROR);
    }

    public void end() {
        span.end();
    }

    /**
     * Ends the step of a request, which was answered with {@code status}.
     *
     * @param route the template that matched, if one did
     */
    public void answered(String method, @Nullable String route, int status) {
        if (span.isRecording()) {
            span.updateName(route == null ? method : method + " " + route);
            span.setAttribute(METHOD, method);
            span.setAttribute(STATUS, (long) status);
            if (route != null) {
                span.setAttribute(ROUTE, route);
            }
            if (status >= 500) {
                span.setStatus(StatusCode.ERROR);
            }
        }
        span.end();
    }
}
