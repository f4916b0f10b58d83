package com.rechain.dao.gateway.cache;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lets the first purge of a tag through at once and those that follow within a pause together at
 * its end: a thousand votes a second for one proposal outdate its answers ten times a second and
 * not a thousand times. Belongs to one event loop.
 */
final class PurgeGate {
    private static final int MANY = 10_000;

    private final Vertx vertx;
    private final Duration pause;
    private final Consumer<Collection<String>> purge;
    private final Map<String, Long> closedUntil = new HashMap<>();
    private final Set<String> waiting = new HashSet<>();

    PurgeGate(Vertx vertx, Duration pause, Consumer<Collection<String>> purge) {
        this.vertx = vertx;
        this.pause = pause;
        this.purge = purge;
    }

    void purge(String... tags) {
        long now = System.nanoTime();
        Set<String> through = new HashSet<>();
        for (String tag : tags) {
            if (now - closedUntil.getOrDefault(tag, now) >= 0) {
                through.add(tag);
            } else if (waiting.add(tag)) {
                long nanos = closedUntil.getOrDefault(tag, now) - now;
                vertx.setTimer(nanos / 1_000_000 + 1, _ -> release(tag));
            }
        }
        if (!through.isEmpty()) {
            let(through, now);
        }
    }

    private void release(String tag) {
        waiting.remove(tag);
        let(List.of(tag), System.nanoTime());
    }

    private void let(Collection<String> through, long now) {
        if (closedUntil.size() > MANY) {
            closedUntil.values().removeIf(until -> now - until >= 0);
        }
        if (!pause.isZero()) {
            through.forEach(tag -> closedUntil.put(tag, now + pause.toNanos()));
        }
        purge.accept(through);
    }
}
