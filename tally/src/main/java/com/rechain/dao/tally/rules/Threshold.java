package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.ObjectReader;
import java.math.BigInteger;
import java.util.Optional;

/** The number a quorum must reach. */
public sealed interface Threshold {

    /** A fixed number. */
    record Amount(BigInteger amount) implements Threshold {
        public Amount {
            if (amount.signum() < 0) {
                throw new IllegalArgumentException("a negative threshold: " + amount);
            }
        }
    }

    /** A share of everything eligible. */
    record OfEligible(Fraction fraction) implements Threshold {}

    static Optional<Threshold> read(ObjectReader reader) {
        if (reader.has("amount") && (reader.has("numerator") || reader.has("denominator"))) {
            reader.fault(
                    "amount",
                    "amount-or-fraction",
                    "Either an amount or a fraction is expected, not both.");
            return Optional.empty();
        }
        if (reader.has("amount")) {
            return reader.decimal("amount").map(Amount::new);
        }
        return Fraction.read(reader).map(OfEligible::new);
    }

    default void write(ObjectNode target) {
        switch (this) {
            case Amount(BigInteger amount) -> target.put("amount", amount.toString());
            case OfEligible(Fraction fraction) -> fraction.write(target);
        }
    }
}
