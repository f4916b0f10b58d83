package com.rechain.dao.tally.power;

import java.math.BigInteger;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A history of one number, looked up at or before a point in time. The rules are those of
 * OpenZeppelin's {@code Checkpoints} and {@code Votes}: times ascend, an equal time overwrites,
 * before the first there is 0, and only what is strictly past may be asked about.
 *
 * <p>Not safe for use by several threads.
 *
 * @param <T> the points in time
 */
public final class Checkpoints<T extends Comparable<T>> {
    private final NavigableMap<T, BigInteger> values = new TreeMap<>();

    /** Appends what holds from {@code at} on. */
    public void push(T at, BigInteger value) {
        if (!values.isEmpty() && at.compareTo(values.lastKey()) < 0) {
            throw new IllegalArgumentException(
                    "%s lies before the last checkpoint, %s".formatted(at, values.lastKey()));
        }
        values.put(at, value);
    }

    /** What held at {@code at}, which must be strictly before {@code now}: later it may change. */
    public BigInteger past(T at, T now) {
        if (at.compareTo(now) >= 0) {
            throw new IllegalArgumentException("%s is not past at %s".formatted(at, now));
        }
        return atOrBefore(at);
    }

    /** The value of the last checkpoint at or before {@code at}. */
    public BigInteger atOrBefore(T at) {
        return value(values.floorEntry(at));
    }

    /** The value of the first checkpoint at or after {@code at}. */
    public BigInteger atOrAfter(T at) {
        return value(values.ceilingEntry(at));
    }

    /** The value that holds now. */
    public BigInteger latest() {
        return value(values.lastEntry());
    }

    public int size() {
        return values.size();
    }

    private static BigInteger value(Map.@Nullable Entry<?, BigInteger> entry) {
        return entry == null ? BigInteger.ZERO : entry.getValue();
    }
}
