package com.rechain.dao.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The system clock in whole microseconds (what a {@code DATETIME(6)} can hold), corrected by the
 * offset of the primary database's clock, so that instances whose own clocks differ agree on when a
 * voting window opens and closes.
 */
public class DatabaseClock extends Clock {
    private volatile long offsetMicros;

    /**
     * Takes a measured offset into account: the primary's time minus this machine's, in
     * microseconds, give or take {@code error}. The clock moves no further than the measurement
     * proves it wrong, so that a slow answer does not make it jump.
     */
    public void adjust(long measured, long error) {
        offsetMicros = Math.clamp(offsetMicros, measured - error, measured + error);
    }

    /** By how much this machine's clock differs from the primary's, in microseconds. */
    public long offsetMicros() {
        return offsetMicros;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offsetMicros, ChronoUnit.MICROS).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Not supported: the platform knows no other zone than UTC. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("this clock is UTC");
    }
}
