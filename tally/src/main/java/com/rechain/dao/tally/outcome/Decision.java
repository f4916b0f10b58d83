package com.rechain.dao.tally.outcome;

import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.exact.Rational;
import java.util.List;
import java.util.Optional;

/**
 * A decided vote with everything that led to it.
 *
 * @param winners the options that carried, counted from 1, the first first; for a basic vote that
 *     is 1 (for)
 * @param tied the options that share the lead, empty without a tie
 * @param drawn which of them a draw took, where the rules leave a tie to it
 * @param cast all ballots together
 * @param bars what the rules ask for, with the numbers filled in
 * @param trace how the scores came about
 */
public record Decision(
        Verdict verdict,
        List<Integer> winners,
        List<Integer> tied,
        Optional<Integer> drawn,
        List<Rational> scores,
        Count cast,
        Bars bars,
        Trace trace) {

    public Decision {
        winners = List.copyOf(winners);
        tied = List.copyOf(tied);
        scores = List.copyOf(scores);
    }

    /** The one winner, or the first of several. */
    public Optional<Integer> winner() {
        return winners.stream().findFirst();
    }

    public Arithmetic quorum() {
        return bars.quorum();
    }

    public Optional<Arithmetic> approval() {
        return bars.approval();
    }
}
