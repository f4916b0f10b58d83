package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.ObjectReader;
import java.math.BigInteger;
import java.util.Optional;

/** An exact share between 0 and 1. It is never divided out: comparisons multiply crosswise. */
public record Fraction(BigInteger numerator, BigInteger denominator) {

    public Fraction {
        if (denominator.signum() <= 0
                || numerator.signum() < 0
                || numerator.compareTo(denominator) > 0) {
            throw new IllegalArgumentException("no share: %s/%s".formatted(numerator, denominator));
        }
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    static Optional<Fraction> read(ObjectReader reader) {
        Optional<BigInteger> numerator = reader.decimal("numerator");
        Optional<BigInteger> denominator = reader.decimal("denominator");
        if (numerator.isEmpty() || denominator.isEmpty()) {
            return Optional.empty();
        }
        if (denominator.get().signum() == 0) {
            reader.fault("denominator", "positive", "A denominator above zero is expected.");
            return Optional.empty();
        }
        if (numerator.get().compareTo(denominator.get()) > 0) {
            reader.fault("numerator", "at-most-one", "The share must not exceed one.");
            return Optional.empty();
        }
        return Optional.of(new Fraction(numerator.get(), denominator.get()));
    }

    void write(ObjectNode target) {
        target.put("numerator", numerator.toString()).put("denominator", denominator.toString());
    }
}
