package com.rechain.dao.tally.outcome;

import com.rechain.dao.tally.rules.QuorumBase;
import com.rechain.dao.tally.rules.Rules;
import java.util.Optional;

/**
 * Every threshold of a vote with its numbers filled in.
 *
 * @param quorum the participation that is needed, or, over {@link QuorumBase#AGAINST}, the
 *     objection that rejects
 * @param approval empty where the rules ask for none, as the others
 */
public record Bars(
        Arithmetic quorum,
        Optional<Arithmetic> approval,
        Optional<Arithmetic> minimum,
        Optional<Arithmetic> veto) {

    public static Bars of(Rules rules, Measures measures) {
        return new Bars(
                Arithmetic.quorum(rules.quorum(), measures),
                Optional.ofNullable(rules.approval())
                        .map(rule -> Arithmetic.approval(rule, measures)),
                Optional.ofNullable(rules.minimumApproval())
                        .map(rule -> Arithmetic.minimum(rule, measures)),
                Optional.ofNullable(rules.provisions().veto())
                        .map(rule -> Arithmetic.veto(rule, measures)));
    }

    /** Only the quorum, where nothing else is asked for. */
    public static Bars of(Arithmetic quorum) {
        return new Bars(quorum, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether enough is in favour. */
    public boolean approved() {
        return holds(approval) && holds(minimum);
    }

    public boolean vetoed() {
        return veto.map(Arithmetic::holds).orElse(false);
    }

    /**
     * Whether the weight in favour stands exactly at the bar, and nothing else is missing: a tie,
     * where the bar is one half.
     */
    public boolean isLevel() {
        return approval.map(bar -> bar.left().equals(bar.right())).orElse(false) && holds(minimum);
    }

    private static boolean holds(Optional<Arithmetic> bar) {
        return bar.map(Arithmetic::holds).orElse(true);
    }
}
