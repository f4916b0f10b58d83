package com.rechain.dao.tally.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.PatternTally;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.rules.Method;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;

/**
 * Points from 0 to the rules' most for each option: score_i = Σ w_v · points_vi (range voting).
 * Options that a ballot does not name get nothing.
 */
public record Score() implements VotingSystem {

    @Override
    public SystemName name() {
        return SystemName.SCORE;
    }

    @Override
    public BallotCheck check(JsonNode choice, int options, Rules rules) {
        long most = ((Method.Scoring) VotingSystem.method(rules)).most();
        return new PointBallots(0, most, most * options).check(choice, options);
    }

    @Override
    public Decision decide(Tally tally, int options, Rules rules, Eligible eligible) {
        OptionSums sums = new OptionSums(options);
        ((PatternTally) tally)
                .forEachWeight((choice, weight) ->
                        ((Choice.Points) choice)
                                .points()
                                .forEach((option, points) -> sums.add(option, weight, points)));
        return Leaders.decide(sums.scores(), tally.total(), rules, eligible, Trace.NONE);
    }
}
