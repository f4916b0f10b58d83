package com.rechain.dao.gateway.forward;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;

/** Streams a request body to an instance, no faster than it takes it, and counts as it goes. */
final class RequestBody {
    private final HttpServerRequest from;
    private final HttpClientRequest to;
    private final long limit;
    private final Runnable tooLarge;
    private long received;
    private boolean complete;
    private boolean stopped;
    private boolean held;

    RequestBody(HttpServerRequest from, HttpClientRequest to, long limit, Runnable tooLarge) {
        this.from = from;
        this.to = to;
        this.limit = limit;
        this.tooLarge = tooLarge;
    }

    void start() {
        from.handler(this::chunk);
        from.endHandler(_ -> end());
        from.resume();
    }

    /** Whether its end has been passed on. */
    boolean isComplete() {
        return complete;
    }

    /** Whether the caller has yet to send more, and nothing keeps it from doing so. */
    boolean awaitsCaller() {
        return !complete && !held;
    }

    /** Passes nothing more on; what still comes is left to whoever ends the connection. */
    void stop() {
        stopped = true;
    }

    private void chunk(Buffer chunk) {
        if (stopped) {
            return;
        }
        received += chunk.length();
        if (received > limit) {
            stopped = true;
            tooLarge.run();
            return;
        }
        to.write(chunk);
        if (to.writeQueueFull()) {
            held = true;
            from.pause();
            to.drainHandler(_ -> release());
        }
    }

    private void release() {
        held = false;
        from.resume();
    }

    private void end() {
        if (!stopped) {
            complete = true;
            to.end();
        }
    }
}
