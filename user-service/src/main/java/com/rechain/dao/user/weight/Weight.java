package com.rechain.dao.user.weight;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A voting weight: a whole number of up to 38 digits, never negative, exact. In JSON a decimal
 * string.
 */
public record Weight(BigInteger value) {
    /** The form of a weight in text. */
    public static final String FORM = "^(0|[1-9][0-9]{0,37})$";

    public static final Weight ZERO = new Weight(BigInteger.ZERO);

    /** What every member of a space begins with. */
    public static final Weight ONE = new Weight(BigInteger.ONE);

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** The weight in {@code text}, or empty where that is none. */
    public static Optional<Weight> parse(String text) {
        return PATTERN.matcher(text).matches()
                ? Optional.of(new Weight(new BigInteger(text)))
                : Optional.empty();
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
