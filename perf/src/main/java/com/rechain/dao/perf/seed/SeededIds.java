package com.rechain.dao.perf.seed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Ids of seeded things: UUIDv7 like all others, ascending with their number, and the same for the
 * same seed.
 */
final class SeededIds {
    /** Long enough ago to give each of millions of things a millisecond of its own. */
    private static final int DAYS_BEFORE = 200;

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private final Chance chance;
    private final long firstMillis;

    SeededIds(Chance chance, Instant at) {
        this.chance = chance;
        firstMillis = at.minus(DAYS_BEFORE, ChronoUnit.DAYS).toEpochMilli();
    }

    /** What an id is of. */
    enum Kind {
        ACCOUNT,
        CREDENTIAL,
        SPACE,
        PROPOSAL,
        COMMENT
    }

    UUID account(long number) {
        return of(Kind.ACCOUNT, number);
    }

    UUID space(long number) {
        return of(Kind.SPACE, number);
    }

    UUID proposal(long number) {
        return of(Kind.PROPOSAL, number);
    }

    UUID of(Kind kind, long number) {
        long high = chance.bits(~kind.ordinal(), number);
        long low = chance.bits(number, ~kind.ordinal());
        return new UUID(
                (firstMillis + number) << 16 | VERSION_7 | high & 0xFFFL, VARIANT | low >>> 2);
    }
}
