package com.rechain.dao.tally.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.PatternTally;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.rules.Method;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;

/**
 * Instant runoff (Ware 1871): each ballot counts for the best option on it that is still in; while
 * none has more than half of the weight that counts, the least leaves. The rules say what becomes
 * of skipped ranks, overvotes and duplicates (as RCTab), whether hopeless options leave together,
 * when it ends and which of level options leaves first. Scores are those of the last round.
 */
public record RankedChoice() implements VotingSystem {

    @Override
    public SystemName name() {
        return SystemName.RANKED_CHOICE;
    }

    @Override
    public BallotCheck check(JsonNode choice, int options, Rules rules) {
        Method.Runoff method = (Method.Runoff) VotingSystem.method(rules);
        return new RankedBallots(
                        method.partial(),
                        method.overvote() != Method.Handling.INVALID,
                        method.partial(),
                        method.duplicate() != Method.Handling.INVALID)
                .check(choice, options);
    }

    @Override
    public Decision decide(Tally tally, int options, Rules rules, Eligible eligible) {
        RunoffCount count = new RunoffCount(options, (Method.Runoff) VotingSystem.method(rules));
        ((PatternTally) tally).forEachWeight(count::add);
        RunoffCount.End end = count.run();
        return Leaders.decide(
                end.scores(), end.leaders(), tally.total(), rules, eligible, end.trace());
    }
}
