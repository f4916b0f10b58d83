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
import java.util.SortedSet;

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
        return RankedBallots.of(((Method.Runoff) VotingSystem.method(rules)).marks())
                .check(choice, options);
    }

    @Override
    public Parsed<Integer> checkOptions(int options, Rules rules) {
        SortedSet<Integer> first = ((Method.Runoff) VotingSystem.method(rules)).leaveFirst();
        return first.isEmpty() || first.last() <= options
                ? VotingSystem.super.checkOptions(options, rules)
                : Parsed.refused(
                        "rules.method.leaveFirst",
                        "option-of-proposal",
                        "The options are 1 to %d.".formatted(options));
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
