package com.rechain.dao.tally.ballot;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tally with one counter per option: all that systems need in which a ballot names a single
 * option.
 */
public final class OptionTally implements Tally {

    private final Count[] options;

    public OptionTally(int options) {
        this.options = new Count[options];
        Arrays.fill(this.options, Count.ZERO);
    }

    @Override
    public void add(Choice choice, Count count) {
        if (!(choice instanceof Choice.Option(int option))) {
            throw new IllegalArgumentException("not one option: " + choice);
        }
        options[option - 1] = options[option - 1].plus(count);
    }

    @Override
    public void merge(Tally other) {
        if (!(other instanceof OptionTally tally) || tally.options.length != options.length) {
            throw new IllegalArgumentException("tallies of different votes");
        }
        for (int i = 0; i < options.length; i++) {
            options[i] = options[i].plus(tally.options[i]);
        }
    }

    /** The weight of each option, in the options' order. */
    public List<BigInteger> scores() {
        return Arrays.stream(options).map(Count::weight).toList();
    }

    /** Weight and ballots of each option, in the options' order. */
    public List<Count> perOption() {
        return List.of(options);
    }

    @Override
    public Map<String, Count> counters() {
        Map<String, Count> counters = new LinkedHashMap<>();
        for (int i = 0; i < options.length; i++) {
            if (!options[i].isZero()) {
                counters.put(new Choice.Option(i + 1).canonical(), options[i]);
            }
        }
        return counters;
    }

    @Override
    public Count total() {
        return Arrays.stream(options).reduce(Count.ZERO, Count::plus);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OptionTally tally && Arrays.equals(options, tally.options);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(options);
    }

    @Override
    public String toString() {
        return "OptionTally" + Arrays.toString(options);
    }
}
