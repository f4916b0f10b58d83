package com.rechain.dao.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An answer that is ready to be handed out: its head without what is each caller's own, and its
 * body. Shared by all event loops; nothing in it changes but a note of when it was last checked.
 */
final class StoredAnswer implements Entry {
    private static final int OVERHEAD = 512;

    private final Head head;
    private final Freshness freshness;
    private final long madeAt;
    private final long began;
    private volatile long checked;

    /**
     * What a service answered.
     *
     * @param full the head of an answer with the body
     * @param notModified the head of an answer that says the caller's copy is good
     */
    record Head(
            int status,
            MultiMap full,
            MultiMap notModified,
            Buffer body,
            String etag,
            String[] tags) {}

    /**
     * @param now when it came, by {@link System#nanoTime}
     * @param began how many purges there had been when it was asked for
     */
    StoredAnswer(Head head, Freshness freshness, long now, long began) {
        this.head = head;
        this.freshness = freshness;
        this.madeAt = now - TimeUnit.MILLISECONDS.toNanos(freshness.age());
        this.began = began;
        this.checked = began;
    }

    /** The same answer, found to be still good. */
    StoredAnswer confirmed(Freshness now, long at, long since) {
        return new StoredAnswer(head, now, at, since);
    }

    Head head() {
        return head;
    }

    long began() {
        return began;
    }

    /** The number of purges up to which it is known to be good. */
    long checked() {
        return checked;
    }

    void checkedUpTo(long purges) {
        checked = purges;
    }

    /** How old it is, in whole seconds. */
    long age(long now) {
        return TimeUnit.NANOSECONDS.toSeconds(now - madeAt);
    }

    /** By how many seconds it is no longer fresh, rounded up. */
    long secondsStale(long now) {
        return TimeUnit.MILLISECONDS.toSeconds(millis(now) - freshness.fresh() + 999);
    }

    boolean isFresh(long now) {
        return millis(now) < freshness.fresh();
    }

    /** Whether it may be handed out while a new one is fetched. */
    boolean mayBeStale(long now) {
        return millis(now) < freshness.stale();
    }

    /** Whether it may be handed out in the place of an error. */
    boolean mayStandIn(long now) {
        return millis(now) < freshness.onError();
    }

    @Override
    public long lifeNanos() {
        return TimeUnit.MILLISECONDS.toNanos(freshness.life() - freshness.age());
    }

    @Override
    public int weight(CacheKey key) {
        int weight = OVERHEAD + key.uri().length() + head.body().length();
        for (Map.Entry<String, String> field : head.full()) {
            weight += field.getKey().length() + field.getValue().length();
        }
        return weight;
    }

    /** Whether a caller who holds what {@code ifNoneMatch} names has this (RFC 9110, 13.1.2). */
    boolean isHeld(String ifNoneMatch) {
        return head.status() == 200 && EntityTags.match(ifNoneMatch, head.etag());
    }

    boolean hasValidator() {
        return head.full().contains(HttpHeaders.ETAG);
    }

    private long millis(long now) {
        return TimeUnit.NANOSECONDS.toMillis(now - madeAt);
    }
}
