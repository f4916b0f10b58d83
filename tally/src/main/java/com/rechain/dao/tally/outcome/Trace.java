package com.rechain.dao.tally.outcome;

import com.rechain.dao.tally.exact.Rational;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a system came from ballots to scores, where that takes more than adding up. */
public sealed interface Trace {

    Trace NONE = new Summed();

    /** The scores are sums. */
    record Summed() implements Trace {}

    /**
     * Rounds of election and elimination, in their order.
     *
     * @param quota what wins a seat; null where there is one place, and a majority wins it
     */
    record Rounds(@Nullable Rational quota, List<Round> rounds) implements Trace {
        public Rounds {
            rounds = List.copyOf(rounds);
        }
    }

    /**
     * One round.
     *
     * @param standing the weight of each option still in, in the options' order
     * @param continuing the weight of all ballots that still count
     * @param inactive the weight of those that do not, by reason
     * @param eliminated who leaves after it
     * @param elected who has won by it
     * @param transfer whose surplus is handed on after it; null for nobody's
     * @param tieBreak what decided between level options, empty without a tie
     */
    record Round(
            List<Standing> standing,
            Rational continuing,
            Inactive inactive,
            List<Integer> eliminated,
            List<Integer> elected,
            @Nullable Transfer transfer,
            String tieBreak) {
        public Round {
            standing = List.copyOf(standing);
            eliminated = List.copyOf(eliminated);
            elected = List.copyOf(elected);
        }
    }

    /** An option's weight in a round. */
    record Standing(int option, Rational weight) {}

    /**
     * A surplus on its way.
     *
     * @param option who was elected with more than the quota
     * @param share what part of each of its ballots is handed on
     */
    record Transfer(int option, Rational surplus, Rational share) {}

    /**
     * Weight that no longer counts, by what ended it.
     *
     * @param exhausted every option that the ballot ranks is out
     * @param overvoted it came to a rank with several options
     * @param repeated it came to an option for the second time
     * @param skipped it came to more empty ranks than are allowed
     */
    record Inactive(Rational exhausted, Rational overvoted, Rational repeated, Rational skipped) {}

    /** Options in the order in which they were offered the budget. */
    record Spending(List<Offer> offers) implements Trace {
        public Spending {
            offers = List.copyOf(offers);
        }
    }

    /**
     * One option's turn.
     *
     * @param left what there was to spend when its turn came
     * @param answer what became of it
     */
    record Offer(int option, Rational support, BigInteger cost, BigInteger left, Answer answer) {}

    /** What becomes of an option at its turn. */
    enum Answer {
        FUNDED,
        /** It costs more than is left. */
        TOO_DEAR,
        /** An option before it cost more than was left, and that was the end. */
        AFTER_THE_END,
        /** Too few approve of it. */
        NOT_APPROVED
    }

    /**
     * All pairs.
     *
     * @param preferred the weight that ranks one option (row) above another (column)
     */
    record Pairs(List<List<BigInteger>> preferred) implements Trace {
        public Pairs {
            preferred = preferred.stream().map(List::copyOf).toList();
        }
    }

    /**
     * All pairs and the strongest paths between them.
     *
     * @param strongest the strength of the strongest path from one option (row) to another
     *     (column): winning votes, margin or ratio; zero where there is none
     * @param dropped options that did not stand up to the default option, by why
     */
    record Paths(
            List<List<BigInteger>> preferred,
            List<List<Rational>> strongest,
            SortedMap<Integer, Drop> dropped)
            implements Trace {
        public Paths {
            preferred = preferred.stream().map(List::copyOf).toList();
            strongest = strongest.stream().map(List::copyOf).toList();
            dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
        }
    }

    /** Why an option was dropped before the winner was looked for. */
    enum Drop {
        /** Too little weight prefers it to the default option. */
        QUORUM,
        /** It has not its majority over the default option. */
        MAJORITY
    }
}
