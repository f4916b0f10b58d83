package com.rechain.dao.tally.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.rules.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The ballot rules of systems that rank: an array from the best rank down, each rank an option's
 * number or an array of several; {@code []} is a rank left empty.
 *
 * @param partial whether options may be left out
 * @param several whether a rank may hold several options
 * @param empty whether a rank may be left empty
 * @param again whether an option may be ranked more than once
 */
record RankedBallots(boolean partial, boolean several, boolean empty, boolean again) {

    /** Those of systems that compare ranks, where each option has one place or none. */
    static RankedBallots of(boolean partial, boolean several) {
        return new RankedBallots(partial, several, false, false);
    }

    /** Those of systems that hand ballots on from rank to rank. */
    static RankedBallots of(Method.Marks marks) {
        return new RankedBallots(
                marks.partial(),
                marks.overvote() != Method.Handling.INVALID,
                marks.partial(),
                marks.duplicate() != Method.Handling.INVALID);
    }

    BallotCheck check(JsonNode choice, int options) {
        if (!choice.isArray()) {
            return BallotCheck.invalid(
                    "choice", "ranking", "A ranking is expected: option numbers, best first.");
        }
        if (choice.size() > options) {
            return BallotCheck.invalid(
                    "choice", "ranks", "There are at most %d ranks.".formatted(options));
        }
        List<SortedSet<Integer>> ranks = new ArrayList<>();
        SortedSet<Integer> seen = new TreeSet<>();
        for (JsonNode rank : choice) {
            SortedSet<Integer> named = new TreeSet<>();
            BallotCheck broken = read(rank, options, named);
            if (broken == null) {
                broken = checkRank(named, seen);
            }
            if (broken != null) {
                return broken;
            }
            seen.addAll(named);
            ranks.add(named);
        }
        return checkAll(ranks, seen, options);
    }

    private static @Nullable BallotCheck read(
            JsonNode rank, int options, SortedSet<Integer> named) {
        for (JsonNode option : rank.isArray() ? rank : List.of(rank)) {
            BallotCheck one = OneOption.check(option, options);
            if (!(one instanceof BallotCheck.Valid(Choice.Option(int index)))) {
                return one;
            }
            if (!named.add(index)) {
                return duplicate(index);
            }
        }
        return null;
    }

    private @Nullable BallotCheck checkRank(SortedSet<Integer> named, SortedSet<Integer> seen) {
        if (named.isEmpty() && !empty) {
            return BallotCheck.invalid("choice", "empty-rank", "No rank may be left empty.");
        }
        if (named.size() > 1 && !several) {
            return BallotCheck.invalid(
                    "choice", "one-per-rank", "A rank takes one option by the rules of this vote.");
        }
        for (int index : named) {
            if (seen.contains(index) && !again) {
                return duplicate(index);
            }
        }
        return null;
    }

    private BallotCheck checkAll(
            List<SortedSet<Integer>> ranks, SortedSet<Integer> seen, int options) {
        if (seen.isEmpty()) {
            return BallotCheck.invalid("choice", "empty", "At least one option is to be ranked.");
        }
        if (seen.size() < options && !partial) {
            return BallotCheck.invalid(
                    "choice",
                    "complete-ranking",
                    "All %d options are to be ranked by the rules of this vote."
                            .formatted(options));
        }
        return new BallotCheck.Valid(new Choice.Ranking(ranks));
    }

    private static BallotCheck duplicate(int index) {
        return BallotCheck.invalid(
                "choice", "duplicate-option", "Option %d is named twice.".formatted(index));
    }
}
