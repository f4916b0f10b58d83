package com.rechain.dao.gateway.forward;

import com.rechain.dao.gateway.edge.Answers;
import com.rechain.dao.gateway.edge.Call;
import com.rechain.dao.gateway.edge.ResponseHeaders;
import com.rechain.dao.gateway.upstream.AttemptResult;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** Streams a service's answer to the caller as it comes, no faster than the caller takes it. */
public final class ResponseRelay {
    private final Call call;
    private final Attempt attempt;

    private ResponseRelay(Call call, Attempt attempt) {
        this.call = call;
        this.attempt = attempt;
    }

    /**
     * @param begun the part of the body that was read already, if any
     */
    static void start(Call call, Attempt attempt, HttpClientResponse from, @Nullable Buffer begun) {
        new ResponseRelay(call, attempt).relay(from, begun);
    }

    private void relay(HttpClientResponse from, @Nullable Buffer begun) {
        HttpServerResponse to = call.response();
        if (!attempt.requestSent()) {
            // The service has heard enough; the rest of the body is in the way of a next request.
            call.endConnection();
        }
        to.setStatusCode(from.statusCode());
        ResponseHeaders.write(call, from.headers(), to.headers());
        if (hasNoBody(from)) {
            from.resume();
            to.end();
            finished();
            return;
        }
        if (!from.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            to.setChunked(true);
        }
        if (begun != null) {
            to.write(begun);
        }
        // Ending the answer when its source breaks would make half an answer look whole.
        from.pipe().endOnFailure(false).to(to).onComplete(this::piped);
    }

    private boolean hasNoBody(HttpClientResponse from) {
        int status = from.statusCode();
        return call.request().method() == HttpMethod.HEAD || status == 204 || status == 304;
    }

    private void piped(AsyncResult<Void> end) {
        if (end.succeeded()) {
            finished();
            return;
        }
        boolean callerLeft = call.callerLeft();
        attempt.brokeOff(callerLeft ? AttemptResult.ABANDONED : AttemptResult.BROKEN);
        if (!callerLeft) {
            call.response().reset();
        }
    }

    private void finished() {
        attempt.complete();
        Answers.closeIfLast(call);
    }
}
