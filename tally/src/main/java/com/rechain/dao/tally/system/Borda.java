package com.rechain.dao.tally.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.PatternTally;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.rules.Method;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.math.BigInteger;
import java.util.List;

/**
 * Points by rank (de Borda 1781): of n options the first gets n points and each after it one less;
 * options that share a rank share its points. Options that a ballot does not name share what is
 * left, or get nothing, as the rules say.
 */
public record Borda() implements VotingSystem {

    @Override
    public SystemName name() {
        return SystemName.BORDA;
    }

    @Override
    public BallotCheck check(JsonNode choice, int options, Rules rules) {
        Method.Positions method = (Method.Positions) VotingSystem.method(rules);
        return RankedBallots.of(method.partial(), method.equal()).check(choice, options);
    }

    @Override
    public Decision decide(Tally tally, int options, Rules rules, Eligible eligible) {
        Method.Positions method = (Method.Positions) VotingSystem.method(rules);
        boolean shareRest = method.unranked() == Method.Unranked.EQUAL_LAST;
        OptionSums halves = new OptionSums(options);
        ((PatternTally) tally)
                .forEachWeight((choice, weight) -> {
                    long[] points = halfPoints((Choice.Ranking) choice, options, shareRest);
                    for (int option = 1; option <= options; option++) {
                        halves.add(option, weight, points[option - 1]);
                    }
                });
        List<Rational> scores = halves.scores(BigInteger.TWO);
        return Leaders.decide(scores, tally.total(), rules, eligible, Trace.NONE);
    }

    /** What a ballot gives to each option, in half points: shared ranks come to halves. */
    private static long[] halfPoints(Choice.Ranking ranking, int options, boolean shareRest) {
        long[] points = new long[options];
        int above = 0;
        for (var rank : ranking.ranks()) {
            for (int option : rank) {
                points[option - 1] = shared(options, above, rank.size());
            }
            above += rank.size();
        }
        if (shareRest && above < options) {
            long rest = shared(options, above, options - above);
            for (int i = 0; i < options; i++) {
                points[i] = points[i] == 0 ? rest : points[i];
            }
        }
        return points;
    }

    /** Twice the average of the points of {@code size} places below {@code above} others. */
    private static long shared(int options, int above, int size) {
        return 2L * (options - above) - (size - 1);
    }
}
