package com.rechain.dao.tally.system;

import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.rules.Method;
import com.rechain.dao.tally.rules.Method.Handling;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All ballots of one ranking on their way down through its ranks. */
final class Paper {

    /** Where a ballot stands: with an option, or out of the count. */
    enum Place {
        WITH_OPTION,
        EXHAUSTED,
        OVERVOTED,
        REPEATED,
        SKIPPED
    }

    private final List<SortedSet<Integer>> ranks;
    private final BigInteger weight;
    private final Set<Integer> passed = new TreeSet<>();
    private int next;
    private int empty;
    private int option;

    Paper(Choice.Ranking ranking, BigInteger weight) {
        this.ranks = ranking.ranks();
        this.weight = weight;
    }

    BigInteger weight() {
        return weight;
    }

    /** The option it is with. */
    int option() {
        return option;
    }

    /** Goes down to the first option that is still in. */
    Place advance(Set<Integer> continuing, Method.Marks rules) {
        while (next < ranks.size()) {
            SortedSet<Integer> rank = ranks.get(next++);
            if (rank.isEmpty()) {
                empty++;
                continue;
            }
            Place stop = stopAt(rank, rules);
            if (stop != null) {
                return stop;
            }
            empty = 0;
            passed.addAll(rank);
            if (rank.size() == 1 && continuing.contains(rank.first())) {
                option = rank.first();
                return Place.WITH_OPTION;
            }
        }
        return Place.EXHAUSTED;
    }

    private @Nullable Place stopAt(SortedSet<Integer> rank, Method.Marks rules) {
        if (empty > rules.skippedRanks()) {
            return Place.SKIPPED;
        }
        if (rules.duplicate() == Handling.EXHAUST && rank.stream().anyMatch(passed::contains)) {
            return Place.REPEATED;
        }
        if (rules.overvote() == Handling.EXHAUST && rank.size() > 1) {
            return Place.OVERVOTED;
        }
        return null;
    }
}
