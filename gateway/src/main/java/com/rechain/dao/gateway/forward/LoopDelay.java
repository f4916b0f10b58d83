package com.rechain.dao.gateway.forward;

import com.rechain.dao.gateway.route.Priority;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/**
 * How long what arrives at an event loop waits before it is looked at, and whom to turn away for
 * it. As in CoDel (K. Nichols and V. Jacobson, "Controlling queue delay", 2012) a queue is bad when
 * even the shortest wait of an interval is too long: bursts empty themselves, standing queues do
 * not. Each bad interval turns one more priority away, each good one takes one back; votes are
 * never turned away here. Belongs to one event loop.
 */
final class LoopDelay {
    private static final long PROBE_MILLIS = 10;
    private static final int PROBES = 10;

    private final Vertx vertx;
    private final long targetNanos;
    private long due;
    private long timer;
    private int probes;
    private long shortest = Long.MAX_VALUE;
    private int turnedAway;

    LoopDelay(Vertx vertx, long targetNanos) {
        this.vertx = vertx;
        this.targetNanos = targetNanos;
    }

    void start() {
        due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PROBE_MILLIS);
        // Not a periodic one: those catch up on what they missed, which looks like no wait at all.
        timer = vertx.setTimer(PROBE_MILLIS, _ -> probe());
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    /** Whether requests of {@code priority} are turned away at present. */
    boolean turnsAway(Priority priority) {
        return priority.compareTo(Priority.VOTE) < 0 && priority.ordinal() < turnedAway;
    }

    private void probe() {
        waited(Math.max(0, System.nanoTime() - due));
        start();
    }

    /** A probe was looked at {@code nanos} after it should have been. */
    void waited(long nanos) {
        shortest = Math.min(shortest, nanos);
        if (++probes == PROBES) {
            int next = shortest > targetNanos ? turnedAway + 1 : turnedAway - 1;
            turnedAway = Math.max(0, Math.min(Priority.VOTE.ordinal(), next));
            probes = 0;
            shortest = Long.MAX_VALUE;
        }
    }
}
