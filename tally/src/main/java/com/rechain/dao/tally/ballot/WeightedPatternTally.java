package com.rechain.dao.tally.ballot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.rechain.dao.tally.json.CanonicalJson;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tally with one counter per distinct choice and weight: what systems need in which two ballots
 * of weight one are something else than one of weight two. What is added at once must be ballots of
 * one weight.
 */
public final class WeightedPatternTally implements Tally {

    /** Ballots that look alike. */
    public record Pattern(Choice choice, BigInteger weight) {}

    private final Map<Pattern, Long> ballots = new HashMap<>();
    private Count total = Count.ZERO;

    @Override
    public void add(Choice choice, Count count) {
        if (count.isZero()) {
            return;
        }
        BigInteger[] each =
                count.weight().divideAndRemainder(BigInteger.valueOf(nonZero(count.ballots())));
        if (each[1].signum() != 0) {
            throw new IllegalArgumentException("not ballots of one weight: " + count);
        }
        total = total.plus(count);
        ballots.merge(
                new Pattern(choice, each[0]),
                count.ballots(),
                (before, more) -> {
                    long now = Math.addExact(before, more);
                    return now == 0 ? null : now;
                });
    }

    @Override
    public void merge(Tally other) {
        if (!(other instanceof WeightedPatternTally tally)) {
            throw new IllegalArgumentException("tallies of different votes");
        }
        tally.ballots.forEach((pattern, count) -> add(pattern.choice(), sum(pattern, count)));
    }

    /** How many ballots there are of each choice and weight. */
    public Map<Pattern, Long> ballots() {
        return Map.copyOf(ballots);
    }

    /**
     * The counter that ballots of this choice and weight are counted under: {@code [choice,
     * "weight"]}.
     */
    public static String counter(Choice choice, BigInteger weight) {
        return CanonicalJson.text(
                JsonNodeFactory.instance.arrayNode().add(choice.toJson()).add(weight.toString()));
    }

    @Override
    public Map<String, Count> counters() {
        Map<String, Count> counters = new TreeMap<>();
        ballots.forEach((pattern, count) ->
                counters.put(counter(pattern.choice(), pattern.weight()), sum(pattern, count)));
        return counters;
    }

    @Override
    public Count total() {
        return total;
    }

    private static Count sum(Pattern pattern, long count) {
        return new Count(pattern.weight().multiply(BigInteger.valueOf(count)), count);
    }

    private static long nonZero(long count) {
        if (count == 0) {
            throw new IllegalArgumentException("weight without ballots");
        }
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightedPatternTally tally && ballots.equals(tally.ballots);
    }

    @Override
    public int hashCode() {
        return ballots.hashCode();
    }

    @Override
    public String toString() {
        return "WeightedPatternTally" + counters();
    }
}
