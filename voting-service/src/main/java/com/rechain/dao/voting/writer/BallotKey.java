package com.rechain.dao.voting.writer;

import java.util.Comparator;
import java.util.UUID;

/**
 * Whose ballot on what: the unique key of current ballots. Ordered as the database orders it, for
 * locking in one order.
 */
public record BallotKey(UUID proposalId, UUID voterId) implements Comparable<BallotKey> {
    private static final Comparator<BallotKey> ORDER =
            Comparator.comparing(BallotKey::proposalId, BallotKey::compareBytes)
                    .thenComparing(BallotKey::voterId, BallotKey::compareBytes);

    @Override
    public int compareTo(BallotKey other) {
        return ORDER.compare(this, other);
    }

    /** BINARY(16) compares unsigned bytes; UUID.compareTo compares signed longs. */
    private static int compareBytes(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
