package com.rechain.dao.tally.outcome;

import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.exact.Rational;
import java.util.List;
import java.util.Optional;

/**
 * A decided vote with everything that led to it.
 *
 * @param winner the option that carried, counted from 1; for a basic vote that is 1 (for)
 * @param tied the options that share the lead, empty without a tie
 * @param cast all ballots together
 * @param minimum what the minimum approval came to, where the rules ask for one
 * @param trace how the scores came about
 */
public record Decision(
        Verdict verdict,
        Optional<Integer> winner,
        List<Integer> tied,
        List<Rational> scores,
        Count cast,
        Arithmetic quorum,
        Optional<Arithmetic> approval,
        Optional<Arithmetic> minimum,
        Trace trace) {

    public Decision {
        tied = List.copyOf(tied);
        scores = List.copyOf(scores);
    }
}
