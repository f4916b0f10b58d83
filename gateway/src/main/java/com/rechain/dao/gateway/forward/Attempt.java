package com.rechain.dao.gateway.forward;

import com.rechain.dao.gateway.edge.Call;
import com.rechain.dao.gateway.upstream.AttemptResult;
import com.rechain.dao.gateway.upstream.Instance;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.platform.request.TraceContext;
import com.rechain.dao.platform.telemetry.Step;
import io.opentelemetry.api.trace.SpanKind;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One try at one instance. Holds a place at the instance until it is released. */
final class Attempt {
    private final Exchange exchange;
    private final Instance instance;
    private final Step step;
    private final long startedAt = System.nanoTime();
    private @Nullable HttpClientRequest upstream;
    private @Nullable RequestBody body;
    private long deadline;
    private boolean settled;
    private boolean released;
    private boolean answeredOverloaded;

    Attempt(Exchange exchange, Instance instance) {
        this.exchange = exchange;
        this.instance = instance;
        this.step =
                exchange.forwarder()
                        .tracing
                        .begin(
                                exchange.route().service().label(),
                                SpanKind.CLIENT,
                                exchange.call().trace());
        step.note("server.address", instance.address().host());
        step.note("server.port", instance.address().port());
    }

    void begin() {
        Forwarder forwarder = exchange.forwarder();
        long most = Math.max(1, exchange.attemptMillis());
        deadline = startedAt + TimeUnit.MILLISECONDS.toNanos(most);
        forwarder.clock.begun(this);
        RequestOptions options =
                new RequestOptions()
                        .setMethod(exchange.call().request().method())
                        .setServer(instance.socket())
                        .setHost(instance.address().host())
                        .setPort(instance.address().port())
                        .setURI(exchange.call().request().uri())
                        .setConnectTimeout(forwarder.deadlines.connect().toMillis())
                        .setFollowRedirects(false);
        forwarder
                .clients
                .of(exchange.route().traffic())
                .request(options)
                .onComplete(this::connected);
    }

    boolean isLate(long now) {
        return now - deadline >= 0;
    }

    /** Its time is up. */
    void expire() {
        fail(AttemptResult.SLOW);
    }

    /** Whether all of the request has been passed on. */
    boolean requestSent() {
        return !exchange.call().hasBody()
                || exchange.body() != null
                || body != null && body.isComplete();
    }

    /** Whether more of the body should have come from the caller by now. */
    boolean awaitsCaller() {
        return body != null && body.awaitsCaller();
    }

    /** Gives up without a verdict on the instance. */
    void cancel() {
        if (!released) {
            settle(AttemptResult.ABANDONED);
            reset();
            release();
        }
    }

    /** The answer has been passed on to its end. */
    void complete() {
        if (!requestSent()) {
            reset();
        }
        release();
    }

    /** The answer broke off after it had begun. */
    void brokeOff(AttemptResult verdict) {
        if (!released) {
            reset();
            note(verdict);
            release();
        }
    }

    private void connected(AsyncResult<HttpClientRequest> connection) {
        if (settled) {
            if (connection.succeeded()) {
                connection.result().exceptionHandler(_ -> {});
                connection.result().reset();
            }
        } else if (connection.failed()) {
            fail(AttemptResult.UNREACHABLE);
        } else {
            send(connection.result());
        }
    }

    private void send(HttpClientRequest request) {
        upstream = request;
        Call call = exchange.call();
        // What went wrong arrives by the response's future.
        request.exceptionHandler(_ -> {});
        request.response().onComplete(this::answered);
        exchange.writeHead(request.headers());
        step.trace().ifPresent(own -> request.putHeader(TraceContext.HEADER, own.traceparent()));
        Buffer kept = exchange.body();
        if (kept != null) {
            request.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(kept.length()));
            request.end(kept);
        } else if (call.hasBody()) {
            sendBody(call, request);
        } else {
            request.end();
        }
    }

    private void sendBody(Call call, HttpClientRequest request) {
        String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            request.setChunked(true);
        } else {
            request.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        call.expectBody();
        long limit = exchange.forwarder().rules.largestBody(exchange.route());
        body = new RequestBody(call.request(), request, limit, exchange::bodyTooLarge);
        body.start();
    }

    private void answered(AsyncResult<HttpClientResponse> answer) {
        if (settled) {
            return;
        }
        if (answer.succeeded()) {
            // Whoever reads the answer hears of it there; when nobody does, it does not matter.
            answer.result().exceptionHandler(_ -> {});
        }
        if (answer.failed() || answer.result().statusCode() < 200) {
            fail(AttemptResult.BROKEN);
        } else if (isBareRefusal(answer.result())) {
            fail(AttemptResult.UNAVAILABLE);
        } else {
            answeredOverloaded = answer.result().statusCode() == 503;
            settle(AttemptResult.ANSWERED);
            exchange.answered(this, answer.result());
        }
    }

    // A service says why it is unavailable, and that passes; this comes from something before it.
    private static boolean isBareRefusal(HttpClientResponse response) {
        int status = response.statusCode();
        if (status < 502 || status > 504) {
            return false;
        }
        String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null || !type.startsWith(Problem.MEDIA_TYPE);
    }

    private void fail(AttemptResult result) {
        boolean callersFault = result == AttemptResult.SLOW && awaitsCaller();
        if (settle(callersFault ? AttemptResult.ABANDONED : result)) {
            reset();
            release();
            exchange.failed(this, result);
        }
    }

    private boolean settle(AttemptResult result) {
        if (settled) {
            return false;
        }
        settled = true;
        exchange.forwarder().clock.settled(this);
        note(result);
        if (result != AttemptResult.ANSWERED) {
            step.fail(result.name().toLowerCase(Locale.ROOT));
        }
        step.end();
        return true;
    }

    private void note(AttemptResult result) {
        Forwarder forwarder = exchange.forwarder();
        long nanos = System.nanoTime() - startedAt;
        forwarder.metrics.attempted(exchange.route().service(), result, nanos);
        if (result == AttemptResult.SLOW) {
            instance.overloaded();
        } else if (result == AttemptResult.ANSWERED) {
            tellLoad(nanos);
        }
        if (instance.record(result)) {
            forwarder.metrics.ejected(exchange.route().service());
        }
    }

    private void tellLoad(long nanos) {
        if (answeredOverloaded) {
            instance.overloaded();
        } else if (!exchange.isStream()) {
            instance.took(exchange.priority(), nanos);
        }
    }

    private void reset() {
        if (body != null) {
            body.stop();
        }
        if (upstream != null) {
            upstream.reset();
        }
    }

    private void release() {
        if (!released) {
            released = true;
            instance.leave(exchange.isStream());
        }
    }
}
