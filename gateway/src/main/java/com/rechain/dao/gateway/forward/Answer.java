package com.rechain.dao.gateway.forward;

import com.rechain.dao.gateway.edge.Call;
import com.rechain.dao.gateway.upstream.AttemptResult;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

/**
 * An answer of which the head has arrived. One of its methods that take the body must be called,
 * and only one: until then the instance's place and its connection are held.
 */
public final class Answer {
    private final Attempt attempt;
    private final HttpClientResponse response;

    Answer(Attempt attempt, HttpClientResponse response) {
        this.attempt = attempt;
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    /** The service's fields, hop-by-hop ones included. */
    public MultiMap headers() {
        return response.headers();
    }

    /** Streams it to {@code call}; stops when that caller leaves. */
    public void relayTo(Call call) {
        relayTo(call, null);
    }

    /** The same behind {@code begun}, the part of the body that was read already. */
    void relayTo(Call call, @Nullable Buffer begun) {
        if (call.callerLeft()) {
            drop();
            return;
        }
        call.response().closeHandler(_ -> attempt.cancel());
        ResponseRelay.start(call, attempt, response, begun);
    }

    /** Reads its body, which is known to be short, to nobody. */
    public void discard() {
        response.exceptionHandler(_ -> attempt.brokeOff(AttemptResult.BROKEN));
        response.endHandler(_ -> attempt.complete());
        response.resume();
    }

    /** Gives it up; nobody wants the body. */
    public void drop() {
        attempt.cancel();
    }

    /** Reads it to its end, {@code most} bytes at the most. */
    public void collect(int most, Collector collector) {
        Collection collection = new Collection(most, collector);
        response.exceptionHandler(_ -> collection.brokeOff());
        response.handler(collection::add);
        response.endHandler(_ -> collection.complete());
        response.resume();
    }

    /** Hears once what came of collecting a body. */
    public interface Collector {
        void collected(Buffer body);

        /** There is more than was wanted; {@link Rest} can still be passed on. */
        void tooLarge(Rest rest);

        /** The instance broke off. */
        void brokeOff();
    }

    /** A body of which the first part was read. */
    public final class Rest {
        private final Buffer begun;

        private Rest(Buffer begun) {
            this.begun = begun;
        }

        /** Streams all of it to {@code call}. */
        public void relayTo(Call call) {
            Answer.this.relayTo(call, begun);
        }

        public void drop() {
            Answer.this.drop();
        }
    }

    private final class Collection {
        private final int most;
        private final Collector collector;
        private final Buffer body = Buffer.buffer();
        private boolean over;

        Collection(int most, Collector collector) {
            this.most = most;
            this.collector = collector;
        }

        void add(Buffer chunk) {
            if (over) {
                return;
            }
            body.appendBuffer(chunk);
            if (body.length() > most) {
                over = true;
                response.pause();
                collector.tooLarge(new Rest(body));
            }
        }

        void complete() {
            if (!over) {
                over = true;
                attempt.complete();
                collector.collected(body);
            }
        }

        void brokeOff() {
            if (!over) {
                over = true;
                attempt.brokeOff(AttemptResult.BROKEN);
                collector.brokeOff();
            }
        }
    }
}
