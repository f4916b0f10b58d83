package com.rechain.dao.gateway.upstream;

import java.time.Duration;

/**
 * Leaves an instance out after so many failures in a row, each time twice as long up to a limit.
 * What it answers to real requests is the evidence; a single good answer ends the series. Safe for
 * use by many threads.
 */
final class Ejection {
    private final int threshold;
    private final long shortest;
    private final long longest;
    private int failuresInARow;
    private int series;
    private long until;
    private boolean ejected;

    Ejection(int threshold, Duration shortest, Duration longest) {
        this.threshold = threshold;
        this.shortest = shortest.toNanos();
        this.longest = longest.toNanos();
    }

    synchronized boolean isEjected(long now) {
        return ejected && now - until < 0;
    }

    /** When the last ejection ends or ended. */
    synchronized long endsAt() {
        return until;
    }

    /** Whether this result ejects the instance. */
    synchronized boolean record(AttemptResult result, long now) {
        if (result == AttemptResult.ANSWERED) {
            clear();
        } else if (result.isFailure() && !isEjected(now)) {
            failuresInARow++;
            // Back on trial after an ejection, one failure is enough.
            if (failuresInARow >= threshold || ejected) {
                eject(now);
                return true;
            }
        }
        return false;
    }

    /** Forgets everything: the instance was started anew, or answers again. */
    synchronized void clear() {
        failuresInARow = 0;
        series = 0;
        ejected = false;
    }

    private void eject(long now) {
        long pause = Math.min(longest, shortest << Math.min(series, 20));
        series++;
        failuresInARow = 0;
        ejected = true;
        until = now + pause;
    }
}
