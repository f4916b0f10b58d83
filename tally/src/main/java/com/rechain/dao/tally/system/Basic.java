package com.rechain.dao.tally.system;

import static com.rechain.dao.tally.outcome.Verdict.DEFEATED;
import static com.rechain.dao.tally.outcome.Verdict.NO_QUORUM;
import static com.rechain.dao.tally.outcome.Verdict.SUCCEEDED;
import static com.rechain.dao.tally.outcome.Verdict.TIED;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.OptionTally;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.outcome.Arithmetic;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Measures;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.outcome.Verdict;
import com.rechain.dao.tally.rules.QuorumBase;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.tally.rules.TieRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * For, against, abstain: options 1, 2 and 3. Three sums; success needs the quorum and the approval
 * share.
 *
 * <p>Without any weight in favour nothing passes, whatever the thresholds (OpenZeppelin's strict
 * for &gt; against, Aragon's support of 0 votes, Cosmos' all-abstain). A quorum over {@link
 * QuorumBase#AGAINST} rejects when it is reached, as in Snapshot's "rejection".
 */
public record Basic() implements VotingSystem {

    public static final int FOR = 1;
    public static final int AGAINST = 2;
    public static final int ABSTAIN = 3;

    @Override
    public SystemName name() {
        return SystemName.BASIC;
    }

    @Override
    public Parsed<Integer> checkOptions(int options) {
        return options == 2 || options == 3
                ? new Parsed.Accepted<>(options)
                : Parsed.refused(
                        "choices",
                        "for-against-abstain",
                        "A basic vote has 2 options (for, against) or 3 (and abstain).");
    }

    @Override
    public BallotCheck check(JsonNode choice, int options, Rules rules) {
        return OneOption.check(choice, options);
    }

    @Override
    public Tally emptyTally(int options) {
        return new OptionTally(options);
    }

    @Override
    public Decision decide(Tally tally, int options, Rules rules, Eligible eligible) {
        OptionTally counted = (OptionTally) tally;
        Measures measures = Measures.ofBasic(counted, eligible);
        Arithmetic quorum = Arithmetic.quorum(rules.quorum(), measures);
        Arithmetic approval =
                Arithmetic.approval(Objects.requireNonNull(rules.approval()), measures);
        boolean tied =
                measures.inFavour().signum() > 0 && measures.inFavour().equals(measures.against());
        Optional<Arithmetic> minimum =
                Optional.ofNullable(rules.minimumApproval())
                        .map(rule -> Arithmetic.minimum(rule, measures));
        boolean approved = approval.holds() && minimum.map(Arithmetic::holds).orElse(true);
        Verdict verdict = verdict(rules, measures, quorum.holds(), approved, tied);
        return new Decision(
                verdict,
                verdict == SUCCEEDED ? Optional.of(FOR) : Optional.empty(),
                tied ? List.of(FOR, AGAINST) : List.of(),
                counted.scores().stream().map(Rational::of).toList(),
                counted.total(),
                quorum,
                Optional.of(approval),
                minimum,
                Trace.NONE);
    }

    private static Verdict verdict(
            Rules rules, Measures measures, boolean quorum, boolean approval, boolean tied) {
        boolean rejection = rules.quorum().base() == QuorumBase.AGAINST;
        if (rejection && quorum) {
            return DEFEATED;
        }
        if (!rejection && !quorum) {
            return NO_QUORUM;
        }
        if (approval && measures.inFavour().signum() > 0) {
            return SUCCEEDED;
        }
        return tied && rules.ties() == TieRule.STATUS_QUO ? TIED : DEFEATED;
    }
}
