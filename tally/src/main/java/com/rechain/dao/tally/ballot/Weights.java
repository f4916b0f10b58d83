package com.rechain.dao.tally.ballot;

import java.math.BigInteger;

/** The bounds of a voter's weight. */
public final class Weights {

    /** The greatest weight: 38 digits, what a DECIMAL(38) column holds. */
    public static final BigInteger MAX = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);

    private Weights() {}

    /** Returns the weight if a ballot can carry it: a zero weight is no ballot. */
    public static BigInteger requireValid(BigInteger weight) {
        if (weight.signum() <= 0 || weight.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("no weight of a ballot: " + weight);
        }
        return weight;
    }
}
