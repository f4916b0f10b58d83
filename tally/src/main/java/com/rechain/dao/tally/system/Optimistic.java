package com.rechain.dao.tally.system;

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
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.util.List;
import java.util.Optional;

/**
 * For, against, abstain, as {@link Basic}, but passes unless enough are against: the quorum, whose
 * base is always AGAINST, is what an objection needs (Agora's optimistic votes, Snapshot's
 * "rejection"). With no ballots at all it passes.
 */
public record Optimistic() implements VotingSystem {

    private static final Basic BALLOTS = new Basic();

    @Override
    public SystemName name() {
        return SystemName.OPTIMISTIC;
    }

    @Override
    public Parsed<Integer> checkOptions(int options, Rules rules) {
        return BALLOTS.checkOptions(options, rules);
    }

    @Override
    public BallotCheck check(JsonNode choice, int options, Rules rules) {
        return BALLOTS.check(choice, options, rules);
    }

    @Override
    public Tally emptyTally(int options) {
        return BALLOTS.emptyTally(options);
    }

    @Override
    public Arithmetic quorum(Tally tally, Rules rules, Eligible eligible) {
        return BALLOTS.quorum(tally, rules, eligible);
    }

    @Override
    public Optional<EarlyEnd> endsEarly(Tally tally, int options, Rules rules, Eligible eligible) {
        return Foresight.ofObjection(rules, Measures.ofBasic((OptionTally) tally, eligible));
    }

    @Override
    public Decision decide(Tally tally, int options, Rules rules, Eligible eligible) {
        OptionTally counted = (OptionTally) tally;
        Arithmetic objection = quorum(tally, rules, eligible);
        Verdict verdict = verdict(rules, objection);
        return new Decision(
                verdict,
                verdict == Verdict.SUCCEEDED ? List.of(Basic.FOR) : List.of(),
                List.of(),
                Optional.empty(),
                counted.scores().stream().map(Rational::of).toList(),
                counted.total(),
                Bars.of(objection),
                Trace.NONE);
    }

    private static Verdict verdict(Rules rules, Arithmetic objection) {
        if (rules.provisions().survey()) {
            return Verdict.SURVEY_DONE;
        }
        return objection.holds() ? Verdict.DEFEATED : Verdict.SUCCEEDED;
    }
}
