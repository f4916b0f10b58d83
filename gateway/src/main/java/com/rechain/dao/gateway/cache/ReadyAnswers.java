package com.rechain.dao.gateway.cache;

import com.rechain.dao.gateway.edge.Answers;
import com.rechain.dao.gateway.edge.Call;
import com.rechain.dao.gateway.edge.ResponseHeaders;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/** Makes answers ready when they come, so that handing one out copies a head and nothing more. */
final class ReadyAnswers {
    static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");

    private static final CharSequence CACHE_TAG = HttpHeaders.createOptimized("Cache-Tag");
    private static final int NOT_MODIFIED = 304;
    private static final CharSequence[] AGES = new CharSequence[60];

    static {
        for (int i = 0; i < AGES.length; i++) {
            AGES[i] = HttpHeaders.createOptimized(Integer.toString(i));
        }
    }

    private ReadyAnswers() {}

    /** What will be handed out of an answer with {@code headers} and {@code body}. */
    static StoredAnswer.Head prepare(int status, MultiMap headers, Buffer body) {
        MultiMap passed = MultiMap.caseInsensitiveMultiMap();
        ResponseHeaders.copy(headers, passed);
        ResponseHeaders.addFixed(passed);
        passed.remove(HttpHeaders.AGE);
        if (status == 200 && !passed.contains(HttpHeaders.ETAG)) {
            passed.set(HttpHeaders.ETAG, EntityTags.of(body));
        }
        passed.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        MultiMap full = optimized(passed);
        String etag = passed.contains(HttpHeaders.ETAG) ? passed.get(HttpHeaders.ETAG) : "";
        String[] tags = Purges.tags(String.join(",", headers.getAll(CACHE_TAG)));
        return new StoredAnswer.Head(status, full, withoutBody(full), body, etag, tags);
    }

    /** Hands {@code stored} out to {@code call}; only says so where the caller has it already. */
    static void write(Call call, StoredAnswer stored, CharSequence cacheStatus, long now) {
        HttpServerResponse response = call.response();
        StoredAnswer.Head head = stored.head();
        String known = call.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        boolean held = known != null && stored.isHeld(known);
        MultiMap to = response.headers();
        to.setAll(held ? head.notModified() : head.full());
        to.set(HttpHeaders.AGE, age(stored.age(now)));
        to.set(CACHE_STATUS, cacheStatus);
        ResponseHeaders.addOwn(call, to);
        response.setStatusCode(held ? NOT_MODIFIED : head.status());
        if (held) {
            response.end();
        } else {
            response.end(head.body());
        }
        Answers.closeIfLast(call);
    }

    private static CharSequence age(long seconds) {
        int whole = (int) Math.max(0, Math.min(Integer.MAX_VALUE, seconds));
        return whole < AGES.length ? AGES[whole] : Integer.toString(whole);
    }

    private static MultiMap withoutBody(MultiMap full) {
        MultiMap head = MultiMap.caseInsensitiveMultiMap();
        head.setAll(full);
        head.remove(HttpHeaders.CONTENT_LENGTH);
        head.remove(HttpHeaders.CONTENT_TYPE);
        head.remove(HttpHeaders.CONTENT_ENCODING);
        return head;
    }

    /** The same in the form that goes over the wire. */
    private static MultiMap optimized(MultiMap from) {
        MultiMap to = MultiMap.caseInsensitiveMultiMap();
        for (Map.Entry<String, String> field : from) {
            to.add(
                    HttpHeaders.createOptimized(field.getKey()),
                    HttpHeaders.createOptimized(field.getValue()));
        }
        return to;
    }
}
