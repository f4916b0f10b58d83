package com.rechain.dao.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** Answers for tests. */
final class Heads {
    private Heads() {}

    static StoredAnswer.Head of(String body, String... tags) {
        MultiMap headers =
                MultiMap.caseInsensitiveMultiMap()
                        .add("Cache-Control", "public, s-maxage=1")
                        .add("Cache-Tag", String.join(",", tags));
        return ReadyAnswers.prepare(200, headers, Buffer.buffer(body));
    }

    static StoredAnswer stored(long began, String... tags) {
        return new StoredAnswer(of("x", tags), new Freshness(0, 1_000, 1_000, 1_000), 0, began);
    }
}
