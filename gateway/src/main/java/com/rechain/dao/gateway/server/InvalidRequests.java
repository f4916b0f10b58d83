package com.rechain.dao.gateway.server;

import com.rechain.dao.gateway.GatewayProblem;
import com.rechain.dao.gateway.edge.Answers;
import com.rechain.dao.gateway.edge.Call;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.platform.telemetry.Tracing;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Answers what the HTTP decoder refused, and ends the connection: nobody knows what follows. */
final class InvalidRequests implements Handler<HttpServerRequest> {
    private final Vertx vertx;

    InvalidRequests(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (Call.comesTooLate(request)) {
            return;
        }
        Call call = new Call(vertx, request, Tracing.off());
        call.endConnection();
        Answers.problem(call, problem(request.decoderResult().cause()));
    }

    private static Problem problem(@Nullable Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ ->
                    GatewayProblem.URI_TOO_LONG.with("The request line is too long.");
            case TooLongHttpHeaderException _ ->
                    GatewayProblem.HEADERS_TOO_LARGE.with("The header fields are too long.");
            case null, default ->
                    GatewayProblem.MALFORMED_REQUEST.with(
                            "This is not a well-formed HTTP request.");
        };
    }
}
