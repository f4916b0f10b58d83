package com.rechain.dao.gateway.upstream;

import java.time.Duration;

/**
 * Stops asking an instance that fails too large a part of what it is asked: closed → open when, of
 * the last {@code window} results, the given ratio are failures → half-open after a pause, when one
 * probe decides. Safe for use by many threads.
 */
final class Breaker {
    private enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    private final int window;
    private final double failureRatio;
    private final long pauseNanos;
    private State state = State.CLOSED;
    private long results;
    private int recorded;
    private long openedAt;
    private boolean probing;

    /**
     * @param window at most 64
     */
    Breaker(int window, double failureRatio, Duration pause) {
        if (window < 1 || window > Long.SIZE) {
            throw new IllegalArgumentException("a window of " + window + " results");
        }
        this.window = window;
        this.failureRatio = failureRatio;
        this.pauseNanos = pause.toNanos();
    }

    /** Whether {@link #tryEnter} would let a request through. */
    synchronized boolean permits(long now) {
        return switch (state) {
            case CLOSED -> true;
            case OPEN -> now - openedAt >= pauseNanos;
            case HALF_OPEN -> !probing;
        };
    }

    /** Takes the right to one attempt; each must be followed by one {@link #record}. */
    synchronized boolean tryEnter(long now) {
        if (!permits(now)) {
            return false;
        }
        if (state != State.CLOSED) {
            state = State.HALF_OPEN;
            probing = true;
        }
        return true;
    }

    synchronized void record(AttemptResult result, long now) {
        if (state == State.CLOSED) {
            recordClosed(result, now);
        } else if (state == State.HALF_OPEN) {
            recordProbe(result, now);
        }
    }

    synchronized boolean isOpen() {
        return state == State.OPEN;
    }

    private void recordClosed(AttemptResult result, long now) {
        if (result == AttemptResult.ABANDONED) {
            return;
        }
        long mask = window == Long.SIZE ? -1L : (1L << window) - 1;
        results = (results << 1 | (result.isFailure() ? 1 : 0)) & mask;
        recorded = Math.min(recorded + 1, window);
        if (recorded == window && Long.bitCount(results) >= failureRatio * window) {
            open(now);
        }
    }

    private void recordProbe(AttemptResult result, long now) {
        probing = false;
        if (result.isFailure()) {
            open(now);
        } else if (result == AttemptResult.ANSWERED) {
            state = State.CLOSED;
        }
    }

    private void open(long now) {
        state = State.OPEN;
        openedAt = now;
        results = 0;
        recorded = 0;
    }
}
