package com.rechain.dao.tally.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.OptionTally;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One option per ballot: score_i = Σ w_v [choice_v = i]. The option with the one highest score
 * wins. Unlike Snapshot an invalid ballot is refused, so the scores always add up to the weight
 * cast.
 */
public record SingleChoice() implements VotingSystem {

    @Override
    public SystemName name() {
        return SystemName.SINGLE_CHOICE;
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
    public Optional<EarlyEnd> endsEarly(Tally tally, int options, Rules rules, Eligible eligible) {
        OptionTally counted = (OptionTally) tally;
        List<Rational> best =
                counted.scores().stream()
                        .sorted(Comparator.reverseOrder())
                        .map(Rational::of)
                        .toList();
        return Foresight.ofLeader(rules, counted.total(), best.get(0), best.get(1), eligible);
    }

    @Override
    public Decision decide(Tally tally, int options, Rules rules, Eligible eligible) {
        OptionTally counted = (OptionTally) tally;
        List<Rational> scores = counted.scores().stream().map(Rational::of).toList();
        return Leaders.decide(scores, counted.total(), rules, eligible, Trace.NONE);
    }
}
