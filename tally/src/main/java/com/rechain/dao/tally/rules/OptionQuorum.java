package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.ObjectReader;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The weight that must prefer an option to the default one: an amount, or a multiple of the square
 * root of all eligible weight. Debian needs 3·Q with Q half the root of its developers' number: one
 * and a half roots. Compared by squares, so that no root is ever taken.
 */
public sealed interface OptionQuorum {

    /** A fixed weight. */
    record Amount(BigInteger amount) implements OptionQuorum {}

    /** A multiple of the square root of the eligible weight. */
    record Roots(Ratio times) implements OptionQuorum {}

    /** Whether {@code preferring} of {@code eligible} weight suffices. */
    default boolean isMetBy(BigInteger preferring, BigInteger eligible) {
        return switch (this) {
            case Amount(BigInteger amount) -> preferring.compareTo(amount) >= 0;
            case Roots(Ratio times) ->
                    preferring
                                    .multiply(times.denominator())
                                    .pow(2)
                                    .compareTo(times.numerator().pow(2).multiply(eligible))
                            >= 0;
        };
    }

    static Optional<OptionQuorum> read(ObjectReader reader) {
        if (reader.has("amount")) {
            return reader.only("amount").decimal("amount").map(Amount::new);
        }
        return reader.only("roots")
                .object("roots")
                .flatMap(given -> {
                    given.only("numerator", "denominator");
                    return Ratio.read(given).map(Roots::new);
                });
    }

    default void write(ObjectNode target) {
        switch (this) {
            case Amount(BigInteger amount) -> target.put("amount", amount.toString());
            case Roots(Ratio times) -> times.write(target.putObject("roots"));
        }
    }
}
