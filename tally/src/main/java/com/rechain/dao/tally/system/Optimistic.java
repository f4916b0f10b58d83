package com.rechain.dao.tally.system;

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
    public Parsed<Integer> checkOptions(int options) {
        return BALLOTS.checkOptions(options);
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
    public Decision decide(Tally tally, int options, Rules rules, Eligible eligible) {
        OptionTally counted = (OptionTally) tally;
        Arithmetic objection =
                Arithmetic.quorum(rules.quorum(), Measures.ofBasic(counted, eligible));
        boolean passes = !objection.holds();
        return new Decision(
                passes ? Verdict.SUCCEEDED : Verdict.DEFEATED,
                passes ? Optional.of(Basic.FOR) : Optional.empty(),
                List.of(),
                counted.scores().stream().map(Rational::of).toList(),
                counted.total(),
                objection,
                Optional.empty(),
                Optional.empty(),
                Trace.NONE);
    }
}
