package com.rechain.dao.tally.power;

import java.math.BigInteger;
import java.util.UUID;

/** One edge: a part of what the delegator may vote with is handed to the delegate. */
public record Delegation(UUID delegatorId, UUID delegateId, Scope scope, int basisPoints) {

    /** The whole, in parts of a hundredth of a percent. */
    public static final int WHOLE = 10_000;

    private static final BigInteger ALL = BigInteger.valueOf(WHOLE);

    public Delegation {
        if (basisPoints < 1 || basisPoints > WHOLE) {
            throw new IllegalArgumentException("no part of a weight: " + basisPoints);
        }
        if (delegatorId.equals(delegateId)) {
            throw new IllegalArgumentException("nobody delegates to themselves: " + delegatorId);
        }
    }

    /** The part of {@code weight}, rounded down: what is left over stays where it was. */
    public BigInteger of(BigInteger weight) {
        return part(weight, basisPoints);
    }

    static BigInteger part(BigInteger weight, int basisPoints) {
        return weight.multiply(BigInteger.valueOf(basisPoints)).divide(ALL);
    }
}
