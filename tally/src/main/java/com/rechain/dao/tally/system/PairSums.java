package com.rechain.dao.tally.system;

import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.PatternTally;
import com.rechain.dao.tally.rules.Method.Unranked;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** For each pair of options, the weight that ranks the one above the other. */
final class PairSums {

    private final BigInteger[][] preferred;

    private PairSums(int options) {
        preferred = new BigInteger[options][options];
        for (BigInteger[] row : preferred) {
            Arrays.fill(row, BigInteger.ZERO);
        }
    }

    static PairSums of(PatternTally tally, int options, Unranked unranked) {
        PairSums sums = new PairSums(options);
        tally.forEachWeight(
                (choice, weight) -> sums.add((Choice.Ranking) choice, weight, unranked));
        return sums;
    }

    /** The weight that ranks {@code one} above {@code other}, both counted from 0. */
    BigInteger preferring(int one, int other) {
        return preferred[one][other];
    }

    int options() {
        return preferred.length;
    }

    List<List<BigInteger>> rows() {
        return Arrays.stream(preferred).map(List::of).toList();
    }

    private void add(Choice.Ranking ranking, BigInteger weight, Unranked unranked) {
        SortedSet<Integer> below = new TreeSet<>();
        ranking.ranks().forEach(below::addAll);
        if (unranked == Unranked.EQUAL_LAST) {
            for (int option = 1; option <= preferred.length; option++) {
                below.add(option);
            }
        }
        for (SortedSet<Integer> rank : ranking.ranks()) {
            below.removeAll(rank);
            for (int better : rank) {
                for (int worse : below) {
                    preferred[better - 1][worse - 1] = preferred[better - 1][worse - 1].add(weight);
                }
            }
        }
    }
}
