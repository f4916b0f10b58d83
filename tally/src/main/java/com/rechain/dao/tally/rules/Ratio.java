package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.ObjectReader;
import java.math.BigInteger;
import java.util.Optional;

/** How many times one number is another: any exact ratio, also above one. */
public record Ratio(BigInteger numerator, BigInteger denominator) {

    public static final Ratio ONE = new Ratio(BigInteger.ONE, BigInteger.ONE);

    static Optional<Ratio> read(ObjectReader reader) {
        Optional<BigInteger> numerator = reader.decimal("numerator");
        Optional<BigInteger> denominator = reader.decimal("denominator");
        if (denominator.isPresent() && denominator.get().signum() == 0) {
            reader.fault("denominator", "positive", "A denominator above zero is expected.");
            return Optional.empty();
        }
        return numerator.isEmpty() || denominator.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ratio(numerator.get(), denominator.get()));
    }

    void write(ObjectNode target) {
        target.put("numerator", numerator.toString()).put("denominator", denominator.toString());
    }
}
