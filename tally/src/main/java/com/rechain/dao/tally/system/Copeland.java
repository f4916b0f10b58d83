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
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Duels (Copeland 1951): two points for each option that an option beats, one for each it draws
 * with. Where the rules ask for it, equal victories are told apart by the average support, half of
 * Σ_j P_ij / ((n − 1) · W), and scores are scaled to add up to the weight cast, both as Snapshot
 * does.
 */
public record Copeland() implements VotingSystem {

    @Override
    public SystemName name() {
        return SystemName.COPELAND;
    }

    @Override
    public int mostOptions() {
        return MAX_PAIRED_OPTIONS;
    }

    @Override
    public BallotCheck check(JsonNode choice, int options, Rules rules) {
        Method.Duels method = (Method.Duels) VotingSystem.method(rules);
        return RankedBallots.of(method.partial(), method.equal()).check(choice, options);
    }

    @Override
    public Decision decide(Tally tally, int options, Rules rules, Eligible eligible) {
        Method.Duels method = (Method.Duels) VotingSystem.method(rules);
        PairSums pairs = PairSums.of((PatternTally) tally, options, method.unranked());
        BigInteger cast = tally.total().weight();
        List<Rational> scores =
                cast.signum() == 0
                        ? IntStream.range(0, options).mapToObj(_ -> Rational.ZERO).toList()
                        : scores(pairs, method, cast);
        return Leaders.decide(
                scores, tally.total(), rules, eligible, new Trace.Pairs(pairs.rows()));
    }

    private static List<Rational> scores(PairSums pairs, Method.Duels method, BigInteger cast) {
        List<Rational> raw =
                IntStream.range(0, pairs.options())
                        .mapToObj(i -> score(pairs, i, method, cast))
                        .toList();
        Rational sum = raw.stream().reduce(Rational.ZERO, Rational::plus);
        return method.normalised()
                ? raw.stream().map(score -> score.times(cast).dividedBy(sum)).toList()
                : raw;
    }

    private static Rational score(PairSums pairs, int i, Method.Duels method, BigInteger cast) {
        long points = 0;
        BigInteger support = BigInteger.ZERO;
        for (int j = 0; j < pairs.options(); j++) {
            if (j != i) {
                points += 1 + pairs.preferring(i, j).compareTo(pairs.preferring(j, i));
                support = support.add(pairs.preferring(i, j));
            }
        }
        Rational score = Rational.of(points);
        BigInteger all = cast.multiply(BigInteger.valueOf(2L * (pairs.options() - 1)));
        return method.averageSupport() ? score.plus(Rational.of(support, all)) : score;
    }
}
