package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.Coded;
import com.rechain.dao.tally.json.ObjectReader;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Optional;
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
     * Instant runoff.
     *
     * @param partial whether ballots may leave options out at the end
     * @param skippedRanks how many ranks in a row may be left empty before a ballot is exhausted
     * @param overvote a rank that holds several options
     * @param duplicate an option that is ranked twice
     * @param seed what {@link TieBreak#SEEDED} draws by, published before the vote
     * @param leaveFirst options that leave before any other whatever they have, as RCTab's
     *     undeclared write-ins do
     */
    record Runoff(
            boolean partial,
            int skippedRanks,
            Handling overvote,
            Handling duplicate,
            Elimination elimination,
            Stop stop,
            TieBreak tieBreak,
            @Nullable String seed,
            SortedSet<Integer> leaveFirst)
            implements Method {
        public static final int SKIPPED_LIMIT = 500;

        public Runoff {
            leaveFirst = Collections.unmodifiableSortedSet(new TreeSet<>(leaveFirst));
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
                            true,
                            0,
                            Handling.INVALID,
                            Handling.INVALID,
                            Elimination.SINGLE,
                            Stop.MAJORITY,
                            TieBreak.EARLIER_ROUNDS,
                            null,
                            Collections.emptySortedSet());
            case COPELAND -> new Duels(true, true, Unranked.EQUAL_LAST, true, false);
            case SCHULZE -> new Paths(true, true, Unranked.EQUAL_LAST, Strength.WINNING_VOTES);
        };
    }

    /** Reads the method of {@code system}; empty after a fault. */
    static Optional<Method> read(SystemName system, ObjectReader reader) {
        return switch (system) {
            case BASIC, OPTIMISTIC, SINGLE_CHOICE, WEIGHTED -> Optional.empty();
            case APPROVAL -> {
                reader.only("none");
                yield reader.flag("none").map(Approving::new);
            }
            case QUADRATIC -> {
                reader.only("normalised");
                yield reader.flag("normalised").map(Roots::new);
            }
            case SCORE -> {
                reader.only("most");
                yield reader.whole("most", 1, Scoring.LIMIT).map(Scoring::new);
            }
            case BORDA -> {
                reader.only("partial", "equal", "unranked");
                yield RankingReader.positions(reader);
            }
            case RANKED_CHOICE -> RankingReader.runoff(reader);
            case COPELAND -> {
                reader.only("partial", "equal", "unranked", "averageSupport", "normalised");
                yield RankingReader.duels(reader);
            }
            case SCHULZE -> {
                reader.only("partial", "equal", "unranked", "strength");
                yield RankingReader.paths(reader);
            }
        };
    }

    default ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (this) {
            case Approving(boolean none) -> json.put("none", none);
            case Roots(boolean normalised) -> json.put("normalised", normalised);
            case Scoring(long most) -> json.put("most", BigInteger.valueOf(most).toString());
            case Positions p ->
                    json.put("partial", p.partial())
                            .put("equal", p.equal())
                            .put("unranked", p.unranked().code());
            case Runoff r -> {
                json.put("partial", r.partial())
                        .put("skippedRanks", Integer.toString(r.skippedRanks()))
                        .put("overvote", r.overvote().code())
                        .put("duplicate", r.duplicate().code())
                        .put("elimination", r.elimination().code())
                        .put("stop", r.stop().code())
                        .put("tieBreak", r.tieBreak().code());
                if (r.seed() != null) {
                    json.put("seed", r.seed());
                }
                if (!r.leaveFirst().isEmpty()) {
                    r.leaveFirst().forEach(json.putArray("leaveFirst")::add);
                }
            }
            case Duels d ->
                    json.put("partial", d.partial())
                            .put("equal", d.equal())
                            .put("unranked", d.unranked().code())
                            .put("averageSupport", d.averageSupport())
                            .put("normalised", d.normalised());
            case Paths p ->
                    json.put("partial", p.partial())
                            .put("equal", p.equal())
                            .put("unranked", p.unranked().code())
                            .put("strength", p.strength().code());
        }
        return json;
    }
}
