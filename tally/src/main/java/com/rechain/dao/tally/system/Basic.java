package com.rechain.dao.tally.system;

import static com.rechain.dao.tally.outcome.Verdict.DEFEATED;
import static com.rechain.dao.tally.outcome.Verdict.NO_QUORUM;
import static com.rechain.dao.tally.outcome.Verdict.SUCCEEDED;
import static com.rechain.dao.tally.outcome.Verdict.SURVEY_DONE;
import static com.rechain.dao.tally.outcome.Verdict.TIED;
import static com.rechain.dao.tally.outcome.Verdict.VETOED;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.OptionTally;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.outcome.Arithmetic;
import com.rechain.dao.tally.outcome.Bars;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Measures;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.outcome.Verdict;
import com.rechain.dao.tally.rules.QuorumBase;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.util.List;
import java.util.Optional;

/**
 * For, against, abstain and, where the rules have a veto, against with veto: options 1 to 4. Sums;
 * success needs the quorum, no veto, and the approval share.
 *
 * <p>Without any weight in favour nothing passes, whatever the thresholds (OpenZeppelin's strict
 * for &gt; against, Aragon's support of 0 votes, Cosmos' all-abstain). A quorum over {@link
 * QuorumBase#AGAINST} rejects when it is reached, as in Snapshot's "rejection". A tie is one where
 * a little more in favour would have sufficed: at two thirds, half and half is a defeat.
 */
public record Basic() implements VotingSystem {

    public static final int FOR = 1;
    public static final int AGAINST = 2;
    public static final int ABSTAIN = 3;
    public static final int VETO = 4;

    @Override
    public SystemName name() {
        return SystemName.BASIC;
    }

    @Override
    public Parsed<Integer> checkOptions(int options, Rules rules) {
        if (rules.provisions().veto() != null) {
            return options == VETO
                    ? new Parsed.Accepted<>(options)
                    : Parsed.refused(
                            "choices",
                            "for-against-abstain-veto",
                            "A vote with a veto has 4 options: for, against, abstain, veto.");
        }
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
    public Arithmetic quorum(Tally tally, Rules rules, Eligible eligible) {
        return Arithmetic.quorum(rules.quorum(), Measures.ofBasic((OptionTally) tally, eligible));
    }

    @Override
    public Optional<EarlyEnd> endsEarly(Tally tally, int options, Rules rules, Eligible eligible) {
        Measures now = Measures.ofBasic((OptionTally) tally, eligible);
        return Foresight.ofBasic(rules, now, decide(tally, options, rules, eligible).verdict());
    }

    @Override
    public Decision decide(Tally tally, int options, Rules rules, Eligible eligible) {
        OptionTally counted = (OptionTally) tally;
        Measures measures = Measures.ofBasic(counted, eligible);
        Bars bars = Bars.of(rules, measures);
        boolean tied =
                measures.inFavour().signum() > 0 && measures.inFavour().equals(measures.against());
        Optional<Integer> drawn =
                tied && bars.isLevel() ? Ties.draw(rules, List.of(FOR, AGAINST)) : Optional.empty();
        Verdict verdict = verdict(rules, measures, bars, drawn);
        return new Decision(
                verdict,
                verdict == SUCCEEDED ? List.of(FOR) : List.of(),
                tied ? List.of(FOR, AGAINST) : List.of(),
                drawn,
                counted.scores().stream().map(Rational::of).toList(),
                counted.total(),
                bars,
                Trace.NONE);
    }

    /** What measures lead to. */
    static Verdict verdict(Rules rules, Measures measures, Bars bars, Optional<Integer> drawn) {
        boolean rejection = rules.quorum().base() == QuorumBase.AGAINST;
        if (rules.provisions().survey()) {
            return SURVEY_DONE;
        }
        if (rejection == bars.quorum().holds()) {
            return rejection ? DEFEATED : NO_QUORUM;
        }
        if (bars.vetoed()) {
            return VETOED;
        }
        if (measures.inFavour().signum() > 0 && bars.approved() || drawn.equals(Optional.of(FOR))) {
            return SUCCEEDED;
        }
        boolean level =
                measures.inFavour().equals(measures.against())
                        && measures.inFavour().signum() > 0
                        && bars.isLevel();
        return level && Ties.isLeftAsTie(rules) ? TIED : DEFEATED;
    }
}
