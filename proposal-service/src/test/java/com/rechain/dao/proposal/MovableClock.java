package com.rechain.dao.proposal;

import com.rechain.dao.platform.time.DatabaseClock;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The platform's clock, until a test stops it at an instant. */
@Singleton
@Alternative
@Priority(1)
public class MovableClock extends Clock {
    private final DatabaseClock running;
    private volatile @Nullable Instant stoppedAt;

    MovableClock(DatabaseClock running) {
        this.running = running;
    }

    public void stopAt(Instant instant) {
        stoppedAt = instant;
    }

    public void run() {
        stoppedAt = null;
    }

    @Override
    public Instant instant() {
        Instant stopped = stoppedAt;
        return stopped == null ? running.instant() : stopped;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("this clock is UTC");
    }
}
