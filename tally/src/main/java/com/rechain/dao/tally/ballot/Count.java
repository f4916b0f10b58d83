package com.rechain.dao.tally.ballot;

import java.math.BigInteger;

/** How much weight, on how many ballots. A difference of two counts may be negative. */
public record Count(BigInteger weight, long ballots) {

    public static final Count ZERO = new Count(BigInteger.ZERO, 0);

    public static Count ofOne(BigInteger weight) {
        return new Count(weight, 1);
    }

    public Count plus(Count other) {
        return new Count(weight.add(other.weight), Math.addExact(ballots, other.ballots));
    }

    public Count negated() {
        return new Count(weight.negate(), Math.negateExact(ballots));
    }

    public boolean isZero() {
        return weight.signum() == 0 && ballots == 0;
    }
}
