package com.rechain.dao.tally.ballot;

import java.math.BigInteger;
import java.util.Map;

/**
 * Ballots summed up. Adding and removing are exact and commute, so any order, any split over
 * writers and any replacement leads to the same tally; {@link #counters()} are what a service
 * stores and adds up again.
 *
 * <p>Not safe for use by several threads.
 */
public sealed interface Tally permits OptionTally, PatternTally, WeightedPatternTally {

    /** Adds what has been counted for a choice; a negated count takes it away again. */
    void add(Choice choice, Count count);

    /** Adds everything another tally of the same vote has counted. */
    void merge(Tally other);

    /** What is counted per distinct counter, without zeros, in a stable order. */
    Map<String, Count> counters();

    /** All ballots together. */
    Count total();

    default void add(Choice choice, BigInteger weight) {
        add(choice, Count.ofOne(Weights.requireValid(weight)));
    }

    default void remove(Choice choice, BigInteger weight) {
        add(choice, Count.ofOne(Weights.requireValid(weight)).negated());
    }
}
