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
import java.util.Arrays;

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
        return new RankedBallots(method.partial(), method.equal(), false, false)
                .check(choice, options);
    }

    @Override
    public Tally emptyTally(int options) {
        return new PatternTally();
    }

    @Override
    public Decision decide(Tally tally, int options, Rules rules, Eligible eligible) {
        Method.Positions method = (Method.Positions) VotingSystem.method(rules);
        boolean shareRest = method.unranked() == Method.Unranked.EQUAL_LAST;
        BigInteger[] halves = new BigInteger[options];
        Arrays.fill(halves, BigInteger.ZERO);
        ((PatternTally) tally)
                .forEachWeight((choice, weight) -> {
                    long[] points = halfPoints((Choice.Ranking) choice, options, shareRest);
                    for (int i = 0; i < options; i++) {
                        halves[i] = halves[i].add(weight.multiply(BigInteger.valueOf(points[i])));
                    }
                });
        return Leaders.decide(
                Arrays.stream(halves).map(sum -> Rational.of(sum, BigInteger.TWO)).toList(),
                tally.total(),
                rules,
                eligible,
                Trace.NONE);
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
