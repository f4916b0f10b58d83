package com.rechain.dao.gateway.edge;

import com.rechain.dao.gateway.GatewayProblem;
import com.rechain.dao.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Writes the answers that the gateway gives itself. */
public final class Answers {
    /** How long the rest of a refused body is read and dropped, so that the answer can be read. */
    private static final long LINGER_MILLIS = 1_000;

    private static final long NO_ERROR = 0;

    private static final String CHALLENGE = "Bearer realm=\"rechain-dao\", error=\"invalid_token\"";

    private Answers() {}

    /** Answers with {@code problem}, unless an answer has begun: then the connection is cut. */
    public static void problem(Call call, Problem problem) {
        HttpServerResponse response = call.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.retryAfterSeconds().ifPresent(s -> response.putHeader(HttpHeaders.RETRY_AFTER, s));
        if (problem.status() == GatewayProblem.UNAUTHENTICATED.status()) {
            response.putHeader("WWW-Authenticate", CHALLENGE);
        }
        send(call, problem.status(), problem.inTrace(call.trace().traceId()).toJson());
    }

    /** Answers with {@code body}, whose own header fields are already set. */
    public static void send(Call call, int status, byte[] body) {
        HttpServerResponse response = call.response();
        if (call.hasBody()) {
            call.endConnection();
        }
        ResponseHeaders.addMissing(call, response.headers());
        response.setStatusCode(status);
        if (call.request().method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
            response.end();
        } else {
            response.end(Buffer.buffer(body));
        }
        closeIfLast(call);
    }

    /** Ends the connection after a finished answer, where it was to be the last. */
    public static void closeIfLast(Call call) {
        if (call.isMultiplexed() && call.hasBody() && !call.request().isEnded()) {
            // The rest of the body is not wanted, and that is no error (RFC 9113, 8.1).
            call.response().reset(NO_ERROR);
        }
        if (!call.isLastOfConnection()) {
            return;
        }
        HttpServerRequest request = call.request();
        if (!call.hasBody() || request.isEnded()) {
            request.response().close();
        } else {
            linger(call);
        }
    }

    // Closing on unread data would reset the connection, and with it the answer on its way.
    private static void linger(Call call) {
        HttpServerRequest request = call.request();
        request.exceptionHandler(_ -> {});
        request.handler(_ -> {});
        request.endHandler(_ -> request.response().close());
        request.resume();
        call.vertx().setTimer(LINGER_MILLIS, _ -> request.response().close());
    }
}
