package com.rechain.dao.gateway.upstream;

import java.time.Duration;

/**
 * The growing share of requests an instance gets after it came back. Safe for use by many threads.
 */
final class SlowStart {
    private static final double SMALLEST = 0.1;
    private static final long NEVER = Long.MIN_VALUE;

    private final long duration;
    private volatile long began = NEVER;

    SlowStart(Duration duration) {
        this.duration = duration.toNanos();
    }

    /** Begins at {@code now}, which may be yet to come. */
    void begin(long now) {
        began = now == NEVER ? now + 1 : now;
    }

    /** From 0.1 at the beginning, evenly to 1 at the end and ever after. */
    double share(long now) {
        long start = began;
        if (start == NEVER) {
            return 1;
        }
        long elapsed = now - start;
        if (elapsed >= duration) {
            began = NEVER;
            return 1;
        }
        return SMALLEST + (1 - SMALLEST) * Math.max(0, elapsed) / duration;
    }
}
