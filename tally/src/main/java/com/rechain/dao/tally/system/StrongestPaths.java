package com.rechain.dao.tally.system;

import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.rules.Method.Strength;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The widest paths between all pairs (Floyd and Warshall). */
final class StrongestPaths {

    private final Victory[][] strongest;
    private final IntPredicate in;

    private StrongestPaths(Victory[][] strongest, IntPredicate in) {
        this.strongest = strongest;
        this.in = in;
    }

    /**
     * A victory of so much weight over so much; none is weaker than any.
     *
     * @param measure how victories are compared
     */
    private record Victory(BigInteger won, BigInteger lost, Strength measure)
            implements Comparable<Victory> {

        static Victory none(Strength measure) {
            return new Victory(BigInteger.ZERO, BigInteger.ZERO, measure);
        }

        boolean isNone() {
            return won.signum() == 0;
        }

        @Override
        public int compareTo(Victory other) {
            if (isNone() || other.isNone()) {
                return Boolean.compare(other.isNone(), isNone());
            }
            return switch (measure) {
                case WINNING_VOTES -> won.compareTo(other.won);
                case MARGINS -> won.subtract(lost).compareTo(other.won.subtract(other.lost));
                case RATIO -> ratio(other);
            };
        }

        // Over nothing lost the ratio is endless: there more won is stronger.
        private int ratio(Victory other) {
            int order = won.multiply(other.lost).compareTo(other.won.multiply(lost));
            boolean endless = lost.signum() == 0 && other.lost.signum() == 0;
            return endless ? won.compareTo(other.won) : order;
        }

        /** As a number, for people; an endless ratio shows as what was won. */
        Rational shown() {
            return switch (measure) {
                case WINNING_VOTES -> Rational.of(won);
                case MARGINS -> Rational.of(won.subtract(lost));
                case RATIO -> lost.signum() == 0 ? Rational.of(won) : Rational.of(won, lost);
            };
        }
    }

    /**
     * @param in which options, counted from 0, are in the contest; the others neither win nor lose
     */
    static StrongestPaths of(PairSums pairs, Strength measure, IntPredicate in) {
        int n = pairs.options();
        Victory[][] paths = new Victory[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                BigInteger won = pairs.preferring(i, j);
                BigInteger lost = pairs.preferring(j, i);
                paths[i][j] =
                        i != j && in.test(i) && in.test(j) && won.compareTo(lost) > 0
                                ? new Victory(won, lost, measure)
                                : Victory.none(measure);
            }
        }
        for (int via = 0; via < n; via++) {
            for (int from = 0; from < n; from++) {
                for (int to = 0; to < n; to++) {
                    if (from != to && from != via && to != via) {
                        Victory weakest = least(paths[from][via], paths[via][to]);
                        paths[from][to] = greatest(paths[from][to], weakest);
                    }
                }
            }
        }
        return new StrongestPaths(paths, in);
    }

    /** How many options this one, counted from 0, beats. */
    long beaten(int one) {
        return IntStream.range(0, strongest.length)
                .filter(other -> strongest[one][other].compareTo(strongest[other][one]) > 0)
                .count();
    }

    /** The options, counted from 1, that nobody beats. */
    List<Integer> unbeaten() {
        return IntStream.range(0, strongest.length)
                .filter(in)
                .filter(this::isUnbeaten)
                .mapToObj(one -> one + 1)
                .toList();
    }

    private boolean isUnbeaten(int one) {
        return IntStream.range(0, strongest.length)
                .allMatch(other -> strongest[one][other].compareTo(strongest[other][one]) >= 0);
    }

    List<List<Rational>> rows() {
        return Arrays.stream(strongest)
                .map(row -> Arrays.stream(row).map(Victory::shown).toList())
                .toList();
    }

    private static Victory least(Victory one, Victory other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Victory greatest(Victory one, Victory other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
