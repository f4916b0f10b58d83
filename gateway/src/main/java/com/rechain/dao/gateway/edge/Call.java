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
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.impl.ConnectionBase;
import org.jspecify.annotations.Nullable;

/** One request and what the gateway knows of it. Belongs to the event loop it came in on. */
public final class Call {
    private static final CharSequence IDEMPOTENCY_KEY =
            HttpHeaders.createOptimized("Idempotency-Key");
    private static final int KEPT = 16 * 1024;
    private static final int KEPT_DIGITS = 5;
    private static final AttributeKey<Boolean> ENDED = AttributeKey.valueOf(Call.class, "ended");
    private static final AttributeKey<Boolean> LEAVING =
            AttributeKey.valueOf(Call.class, "leaving");
    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestIds.HEADER);
    private static final CharSequence TRACE = HttpHeaders.createOptimized(TraceContext.HEADER);

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final String requestId;
    private final Step step;
    private @Nullable TraceContext trace;
    private final boolean multiplexed;
    private final boolean hasBody;
    private final long startedAt = System.nanoTime();
    private boolean secure;
    private boolean lastOfConnection;

    /** Takes {@code request} over, whose body waits until somebody asks for it. */
    public Call(Vertx vertx, HttpServerRequest request, Tracing tracing) {
        this.vertx = vertx;
        this.request = request;
        this.requestId = RequestIds.acceptOrMake(request.getHeader(REQUEST_ID));
        this.step = tracing.isOff() ? Step.NONE : resume(request, tracing);
        this.secure = request.isSSL();
        this.multiplexed = request.version() == HttpVersion.HTTP_2;
        this.hasBody = multiplexed ? mayHaveBody(request) : announcesBody(request);
        // Without chunks the end of a body of unknown length can only be the end of the connection.
        if (!multiplexed && (request.version() != HttpVersion.HTTP_1_1 || asksToClose(request))) {
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

    /** Its place in its trace; made when somebody wants to know, which for a hit is nobody. */
    public TraceContext trace() {
        TraceContext known = trace;
        if (known == null) {
            known =
                    step.trace()
                            .orElseGet(
                                    () -> TraceContext.continueOrStart(request.getHeader(TRACE)));
            trace = known;
        }
        return known;
    }

    private static Step resume(HttpServerRequest request, Tracing tracing) {
        return tracing.resume("request", SpanKind.SERVER, request.getHeader(TRACE));
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

    /** Lets a caller that waits for leave to send the body begin. */
    public void expectBody() {
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            response().writeContinue();
        }
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

    /**
     * Ends the connection with the answer to this; what follows on it is dropped unread. Where
     * requests share a connection each is framed for itself, so only this one ends.
     */
    public void endConnection() {
        if (!multiplexed) {
            lastOfConnection = true;
            channel(request).attr(ENDED).set(true);
        }
    }

    /** Has the caller send further requests on another connection. */
    public void endConnectionInPeace() {
        if (!multiplexed) {
            endConnection();
        } else if (channel(request).attr(LEAVING).getAndSet(true) == null) {
            request.connection().shutdown();
        }
    }

    /** Whether other requests are under way on the same connection, as in HTTP/2. */
    public boolean isMultiplexed() {
        return multiplexed;
    }

    /** The host that the caller asked, however that is said; null where it did not say. */
    public @Nullable String host() {
        HostAndPort authority = multiplexed ? request.authority() : null;
        return authority == null ? request.getHeader(HttpHeaders.HOST) : authority.toString();
    }

    /** Whether {@code request} came behind the last one of its connection. */
    public static boolean comesTooLate(HttpServerRequest request) {
        return channel(request).attr(ENDED).get() != null;
    }

    /**
     * Whether nobody is there to hear an answer. A write that fails tells of it before the
     * response's own state does, so the channel is asked as well.
     */
    public boolean callerLeft() {
        return response().closed() || !channel(request).isOpen();
    }

    /** Sends what has been written, although the connection may be about to close. */
    public void flush() {
        channel(request).flush();
    }

    /**
     * Whether it may be sent twice, of which once may have had its effect: it reads and has no
     * body, or its method is idempotent by definition (RFC 9110, 9.2.2) and it carries an
     * idempotency key, by which the service answers the second as it did the first, and a body of
     * at most 16 KiB of which the length is known.
     */
    public boolean isRepeatable() {
        HttpMethod method = request.method();
        if (method == HttpMethod.PUT || method == HttpMethod.DELETE) {
            return request.headers().contains(IDEMPOTENCY_KEY) && (!hasBody || isKept());
        }
        return !hasBody
                && (method == HttpMethod.GET
                        || method == HttpMethod.HEAD
                        || method == HttpMethod.OPTIONS);
    }

    /** Whether its body is small enough, and says so, to be kept for another attempt. */
    private boolean isKept() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.length() <= KEPT_DIGITS && Integer.parseInt(length) <= KEPT;
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

    // Nothing has to be announced where bodies are framed by the stream. A body of a request that
    // only reads is dropped.
    private static boolean mayHaveBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return !length.equals("0");
        }
        HttpMethod method = request.method();
        return method == HttpMethod.POST || method == HttpMethod.PUT || method == HttpMethod.PATCH;
    }

    private static boolean announcesBody(HttpServerRequest request) {
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return true;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0");
    }
}
