package com.rechain.dao.tally.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.PatternTally;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.rules.Method;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Strongest paths (Schulze 2011): an option beats another if the strongest path of victories from
 * it to the other is stronger than the one back; a path is as strong as its weakest victory. The
 * winners are those that nobody beats. The score of an option is how many others it beats. Where
 * the rules hold options against a default one, those that fail are out of it altogether.
 */
public record Schulze() implements VotingSystem {

    @Override
    public SystemName name() {
        return SystemName.SCHULZE;
    }

    @Override
    public int mostOptions() {
        return MAX_PAIRED_OPTIONS;
    }

    @Override
    public BallotCheck check(JsonNode choice, int options, Rules rules) {
        Method.Paths method = (Method.Paths) VotingSystem.method(rules);
        return RankedBallots.of(method.partial(), method.equal()).check(choice, options);
    }

    @Override
    public Decision decide(Tally tally, int options, Rules rules, Eligible eligible) {
        Method.Paths method = (Method.Paths) VotingSystem.method(rules);
        PairSums pairs = PairSums.of((PatternTally) tally, options, method.unranked());
        SortedMap<Integer, Trace.Drop> dropped = Hurdle.dropped(pairs, rules, eligible);
        StrongestPaths paths =
                StrongestPaths.of(pairs, method.strength(), i -> !dropped.containsKey(i + 1));
        List<Rational> scores =
                IntStream.range(0, options).mapToObj(i -> Rational.of(paths.beaten(i))).toList();
        List<Integer> unbeaten =
                tally.total().weight().signum() == 0 ? List.of() : paths.unbeaten();
        return Leaders.decide(
                scores,
                unbeaten,
                tally.total(),
                rules,
                eligible,
                new Trace.Paths(pairs.rows(), paths.rows(), dropped));
    }
}
