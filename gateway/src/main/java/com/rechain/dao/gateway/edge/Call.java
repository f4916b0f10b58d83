package com.rechain.dao.gateway.edge;

import com.rechain.dao.platform.request.RequestIds;
import com.rechain.dao.platform.request.TraceContext;
import com.rechain.dao.platform.telemetry.Step;
import com.rechain.dao.platform.telemetry.Tracing;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** One request and what the gateway knows of it. Belongs to the event loop it came in on. */
public final class Call {
    private static final AttributeKey<Boolean> ENDED = AttributeKey.valueOf(Call.class, "ended");
    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestIds.HEADER);
    private static final CharSequence TRACE = HttpHeaders.createOptimized(TraceContext.HEADER);

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final String requestId;
    private final Step step;
    private final TraceContext trace;
    private final boolean hasBody;
    private final long startedAt = System.nanoTime();
    private boolean secure;
    private boolean lastOfConnection;

    /** Takes {@code request} over, whose body waits until somebody asks for it. */
    public Call(Vertx vertx, HttpServerRequest request, Tracing tracing) {
        this.vertx = vertx;
        this.request = request;
        this.requestId = RequestIds.acceptOrMake(request.getHeader(REQUEST_ID));
        String traceparent = request.getHeader(TRACE);
        this.step = tracing.resume("request", SpanKind.SERVER, traceparent);
        this.trace = step.trace().orElseGet(() -> TraceContext.continueOrStart(traceparent));
        this.secure = request.isSSL();
        this.hasBody = announcesBody(request);
        // Without chunks the end of a body of unknown length can only be the end of the connection.
        if (request.version() != HttpVersion.HTTP_1_1 || asksToClose(request)) {
            endConnection();
        }
        if (hasBody) {
            request.pause();
        }
    }

    public Vertx vertx() {
        return vertx;
    }

    public HttpServerRequest request() {
        return request;
    }

    public HttpServerResponse response() {
        return request.response();
    }

    public String requestId() {
        return requestId;
    }

    public TraceContext trace() {
        return trace;
    }

    /** What is recorded of it. */
    public Step step() {
        return step;
    }

    /** When it came in, by {@link System#nanoTime}. */
    public long startedAt() {
        return startedAt;
    }

    /** Whether a body follows the head. */
    public boolean hasBody() {
        return hasBody;
    }

    /** Whether the caller came by TLS, to us or to a trusted proxy. */
    public boolean isSecure() {
        return secure;
    }

    void cameByTls() {
        secure = true;
    }

    /** Whether the connection ends with the answer to this. */
    public boolean isLastOfConnection() {
        return lastOfConnection;
    }

    /** Ends the connection with the answer to this; what follows on it is dropped unread. */
    public void endConnection() {
        lastOfConnection = true;
        channel(request).attr(ENDED).set(true);
    }

    /** Whether {@code request} came behind the last one of its connection. */
    public static boolean comesTooLate(HttpServerRequest request) {
        return channel(request).attr(ENDED).get() != null;
    }

    /** Sends what has been written, although the connection may be about to close. */
    public void flush() {
        channel(request).flush();
    }

    /** Whether doing it twice is the same as doing it once, by the method's definition. */
    public boolean isSafe() {
        HttpMethod method = request.method();
        return method == HttpMethod.GET
                || method == HttpMethod.HEAD
                || method == HttpMethod.OPTIONS;
    }

    private static boolean asksToClose(HttpServerRequest request) {
        String connection = request.getHeader(HttpHeaders.CONNECTION);
        return connection != null
                && (connection.equalsIgnoreCase("close")
                        || HeaderNames.namedByConnection(request.headers()).contains("close"));
    }

    // Vert.x has no word for "this request is the last one"; the channel below it keeps ours.
    private static Channel channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }

    private static boolean announcesBody(HttpServerRequest request) {
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return true;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0");
    }
}
