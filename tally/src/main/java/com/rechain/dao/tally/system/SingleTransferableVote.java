package com.rechain.dao.tally.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.PatternTally;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.rules.Method;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;

/**
 * Several seats by transferable votes (Hare 1859, Hill 1988 for the history): each ballot counts
 * for the best option on it that is still in. Who reaches the quota is elected, and the surplus is
 * handed on from all of its ballots in equal parts (the weighted inclusive Gregory method), in
 * exact fractions; where there is no surplus, the least leaves. Scores are what an elected option
 * was elected with.
 */
public record SingleTransferableVote() implements VotingSystem {

    @Override
    public SystemName name() {
        return SystemName.STV;
    }

    @Override
    public BallotCheck check(JsonNode choice, int options, Rules rules) {
        return RankedBallots.of(seats(rules).marks()).check(choice, options);
    }

    @Override
    public Parsed<Integer> checkOptions(int options, Rules rules) {
        return seats(rules).seats() < options
                ? VotingSystem.super.checkOptions(options, rules)
                : Parsed.refused(
                        "rules.method.seats",
                        "fewer-than-options",
                        "There must be more options than seats.");
    }

    @Override
    public Decision decide(Tally tally, int options, Rules rules, Eligible eligible) {
        SeatsCount count = new SeatsCount(options, seats(rules));
        ((PatternTally) tally).forEachWeight(count::add);
        SeatsCount.End end = count.run();
        return SeveralWinners.decide(
                end.scores(), end.elected(), tally.total(), rules, eligible, end.trace());
    }

    private static Method.Seats seats(Rules rules) {
        return (Method.Seats) VotingSystem.method(rules);
    }
}
