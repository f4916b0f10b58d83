package com.rechain.dao.tally.system;

import com.rechain.dao.tally.exact.Rational;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** A sum for each option, counted from 1. */
final class OptionSums {

    private final BigInteger[] sums;

    OptionSums(int options) {
        sums = new BigInteger[options];
        Arrays.fill(sums, BigInteger.ZERO);
    }

    void add(int option, BigInteger more) {
        sums[option - 1] = sums[option - 1].add(more);
    }

    /** Adds {@code weight} so many times. */
    void add(int option, BigInteger weight, long times) {
        add(option, weight.multiply(BigInteger.valueOf(times)));
    }

    List<Rational> scores() {
        return scores(BigInteger.ONE);
    }

    /** The sums as parts, of which {@code denominator} make one. */
    List<Rational> scores(BigInteger denominator) {
        return Arrays.stream(sums).map(sum -> Rational.of(sum, denominator)).toList();
    }
}
