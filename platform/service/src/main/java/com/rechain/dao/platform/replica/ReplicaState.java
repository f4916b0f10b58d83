package com.rechain.dao.platform.replica;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is known of the replica.
 *
 * @param reachable whether it answered when it was asked last
 * @param beatMicros the newest heartbeat it has applied: it shows every commit before that instant
 * @param lagMicros how far that is behind the newest heartbeat known to be on the primary
 */
public record ReplicaState(boolean reachable, long beatMicros, long lagMicros) {
    static final ReplicaState UNKNOWN = new ReplicaState(false, 0, 0);

    /** Whether a read that must see everything up to {@code freshness} may go to it. */
    boolean serves(long freshness, long maxLagMicros) {
        return reachable && lagMicros <= maxLagMicros && beatMicros > freshness;
    }

    /** Whether every commit before {@code instant} has arrived at it. */
    public boolean shows(Instant instant) {
        return beatMicros > ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    ReplicaState unreachable() {
        return new ReplicaState(false, beatMicros, lagMicros);
    }
}
