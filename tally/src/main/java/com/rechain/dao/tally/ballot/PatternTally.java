package com.rechain.dao.tally.ballot;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A tally with one counter per distinct choice: what systems need that look at whole ballots. A
 * million ballots are as many counters as there are different ones.
 */
public final class PatternTally implements Tally {

    private final Map<Choice, Count> patterns = new HashMap<>();
    private Count total = Count.ZERO;

    @Override
    public void add(Choice choice, Count count) {
        if (count.isZero()) {
            return;
        }
        total = total.plus(count);
        // A difference may come before what it is taken from; only zero is the end of a pattern.
        patterns.merge(
                choice,
                count,
                (before, more) -> {
                    Count now = before.plus(more);
                    return now.isZero() ? null : now;
                });
    }

    @Override
    public void merge(Tally other) {
        if (!(other instanceof PatternTally tally)) {
            throw new IllegalArgumentException("tallies of different votes");
        }
        tally.patterns.forEach(this::add);
    }

    /** Shows every distinct choice with its weight and ballots, in no order. */
    public void forEach(BiConsumer<Choice, Count> action) {
        patterns.forEach(action);
    }

    /** The weight of every distinct choice, in no order. */
    public void forEachWeight(BiConsumer<Choice, BigInteger> action) {
        patterns.forEach((choice, count) -> action.accept(choice, count.weight()));
    }

    @Override
    public Map<String, Count> counters() {
        Map<String, Count> counters = new TreeMap<>();
        patterns.forEach((choice, count) -> counters.put(choice.canonical(), count));
        return counters;
    }

    @Override
    public Count total() {
        return total;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PatternTally tally && patterns.equals(tally.patterns);
    }

    @Override
    public int hashCode() {
        return patterns.hashCode();
    }

    @Override
    public String toString() {
        return "PatternTally" + counters();
    }
}
