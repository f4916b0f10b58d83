package com.rechain.dao.tally.outcome;

import com.rechain.dao.tally.exact.Rational;
import java.math.BigInteger;
import java.util.List;

/** How a system came from ballots to scores, where that takes more than adding up. */
public sealed interface Trace {

    Trace NONE = new Summed();

    /** The scores are sums. */
    record Summed() implements Trace {}

    /** Rounds of elimination, in their order. */
    record Rounds(List<Round> rounds) implements Trace {
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
     * @param elected who has won by it; empty until the last
     * @param tieBreak what decided between level options, empty without a tie
     */
    record Round(
            List<Standing> standing,
            BigInteger continuing,
            Inactive inactive,
            List<Integer> eliminated,
            List<Integer> elected,
            String tieBreak) {
        public Round {
            standing = List.copyOf(standing);
            eliminated = List.copyOf(eliminated);
            elected = List.copyOf(elected);
        }
    }

    /** An option's weight in a round. */
    record Standing(int option, BigInteger weight) {}

    /**
     * Weight that no longer counts, by what ended it.
     *
     * @param exhausted every option that the ballot ranks is out
     * @param overvoted it came to a rank with several options
     * @param repeated it came to an option for the second time
     * @param skipped it came to more empty ranks than are allowed
     */
    record Inactive(
            BigInteger exhausted, BigInteger overvoted, BigInteger repeated, BigInteger skipped) {}

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
     */
    record Paths(List<List<BigInteger>> preferred, List<List<Rational>> strongest)
            implements Trace {
        public Paths {
            preferred = preferred.stream().map(List::copyOf).toList();
            strongest = strongest.stream().map(List::copyOf).toList();
        }
    }
}
