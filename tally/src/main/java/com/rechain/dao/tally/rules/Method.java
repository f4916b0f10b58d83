package com.rechain.dao.tally.rules;

import com.rechain.dao.tally.json.Coded;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a voting system leaves open, decided for one vote. */
public sealed interface Method {

    /** What becomes of a ballot that does something unusual. */
    enum Handling implements Coded {
        /** It is refused. */
        INVALID,
        /** It counts down to there, and no further. */
        EXHAUST,
        /** It goes on with the next rank. */
        SKIP
    }

    /** What an option counts for that a ballot does not name. */
    enum Unranked implements Coded {
        /** It shares the last place with the others that are not named. */
        EQUAL_LAST,
        /** It is not compared with anything, and gets nothing. */
        NOT_COMPARED
    }

    /** How many options leave in one round. */
    enum Elimination implements Coded {
        /** The one with the least. */
        SINGLE,
        /** All that could not catch up even with everything below them together. */
        BATCH
    }

    /** When rounds end. */
    enum Stop implements Coded {
        /** As soon as one option has more than half of the weight that still counts. */
        MAJORITY,
        /** When two options are left. */
        TWO_LEFT
    }

    /** Which of level options leaves first. */
    enum TieBreak implements Coded {
        /** The first in the order of the proposal, as at Snapshot. */
        LISTED,
        /** The last in the order of the proposal. */
        REVERSED,
        /** The one that had less in the latest round in which they differed; then as listed. */
        EARLIER_ROUNDS,
        /** The one that the seed draws. */
        SEEDED
    }

    /** The weight that wins a seat. */
    enum Quota implements Coded {
        /** The whole number next above a (seats + 1)th of all weight; reached by having it. */
        DROOP,
        /** A (seats + 1)th of all weight, exactly; reached by having more. */
        HAGENBACH_BISCHOFF,
        /** A (seats)th of all weight, exactly; reached by having it. */
        HARE
    }

    /** What follows when the next option costs more than is left. */
    enum Misfit implements Coded {
        /** Nothing more is funded. */
        STOP,
        /** It is passed over for those after it that fit. */
        SKIP
    }

    /** What a victory of one option over another weighs (Schulze, section 2). */
    enum Strength implements Coded {
        WINNING_VOTES,
        MARGINS,
        RATIO
    }

    /**
     * Approval.
     *
     * @param none whether a ballot may approve of nothing
     */
    record Approving(boolean none) implements Method {}

    /**
     * Quadratic.
     *
     * @param normalised whether scores are scaled so that they add up to the weight cast
     */
    record Roots(boolean normalised) implements Method {}

    /**
     * Score.
     *
     * @param most the points that one option can get
     */
    record Scoring(long most) implements Method {
        public static final long LIMIT = 1_000_000;
    }

    /**
     * Borda.
     *
     * @param partial whether ballots may leave options out
     * @param equal whether options may share a rank
     */
    record Positions(boolean partial, boolean equal, Unranked unranked) implements Method {}

    /**
     * What a ranking may do, where ballots are handed on from rank to rank.
     *
     * @param partial whether ballots may leave options out at the end
     * @param skippedRanks how many ranks in a row may be left empty before a ballot is exhausted
     * @param overvote a rank that holds several options
     * @param duplicate an option that is ranked twice
     */
    record Marks(boolean partial, int skippedRanks, Handling overvote, Handling duplicate) {
        public static final int SKIPPED_LIMIT = 500;

        /** Ranks one below the other, each of one option; as many as a voter likes. */
        public static final Marks PLAIN = new Marks(true, 0, Handling.INVALID, Handling.INVALID);
    }

    /**
     * Who of level options is taken first.
     *
     * @param seed what {@link TieBreak#SEEDED} draws by, published before the vote
     */
    record Level(TieBreak tieBreak, @Nullable String seed) {
        public static final Level BY_EARLIER_ROUNDS = new Level(TieBreak.EARLIER_ROUNDS, null);
        public static final Level AS_LISTED = new Level(TieBreak.LISTED, null);
    }

    /**
     * Instant runoff.
     *
     * @param leaveFirst options that leave before any other whatever they have, as RCTab's
     *     undeclared write-ins do
     */
    record Runoff(
            Marks marks,
            Elimination elimination,
            Stop stop,
            Level level,
            SortedSet<Integer> leaveFirst)
            implements Method {
        public Runoff {
            leaveFirst = Collections.unmodifiableSortedSet(new TreeSet<>(leaveFirst));
        }
    }

    /** Single transferable vote. */
    record Seats(Marks marks, int seats, Quota quota, Level level) implements Method {}

    /**
     * Participatory budget.
     *
     * @param budget what there is to spend
     * @param costs what each option costs, in the options' order
     * @param mostApprovals how many options a ballot may approve of; 0 for any number
     */
    record Budget(
            BigInteger budget,
            List<BigInteger> costs,
            int mostApprovals,
            Misfit misfit,
            Level level)
            implements Method {
        public Budget {
            costs = List.copyOf(costs);
        }
    }

    /**
     * Copeland.
     *
     * @param averageSupport whether equal victories are told apart by the average support
     * @param normalised whether scores are scaled so that they add up to the weight cast
     */
    record Duels(
            boolean partial,
            boolean equal,
            Unranked unranked,
            boolean averageSupport,
            boolean normalised)
            implements Method {}

    /** Schulze. */
    record Paths(boolean partial, boolean equal, Unranked unranked, Strength strength)
            implements Method {}

    /** What is usual; null for systems that leave nothing open. */
    static @Nullable Method defaultFor(SystemName system) {
        return switch (system) {
            case BASIC, OPTIMISTIC, SINGLE_CHOICE, WEIGHTED -> null;
            case APPROVAL -> new Approving(false);
            case QUADRATIC -> new Roots(true);
            case SCORE -> new Scoring(10);
            case BORDA -> new Positions(true, true, Unranked.EQUAL_LAST);
            case RANKED_CHOICE ->
                    new Runoff(
                            Marks.PLAIN,
                            Elimination.SINGLE,
                            Stop.MAJORITY,
                            Level.BY_EARLIER_ROUNDS,
                            Collections.emptySortedSet());
            case STV -> new Seats(Marks.PLAIN, 1, Quota.DROOP, Level.BY_EARLIER_ROUNDS);
            case BUDGET -> new Budget(BigInteger.ZERO, List.of(), 0, Misfit.SKIP, Level.AS_LISTED);
            case COPELAND -> new Duels(true, true, Unranked.EQUAL_LAST, true, false);
            case SCHULZE -> new Paths(true, true, Unranked.EQUAL_LAST, Strength.WINNING_VOTES);
        };
    }
}
