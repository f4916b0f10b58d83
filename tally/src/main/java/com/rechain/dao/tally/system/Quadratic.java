package com.rechain.dao.tally.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.ballot.WeightedPatternTally;
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
 * Many small voices weigh more than one large: s_i = (Σ_v √(w_v · x_vi / Σ_j x_vj))², as Snapshot's
 * "quadratic", scaled where the rules say so that scores add up to the weight cast. Each root is
 * taken to 18 decimals, rounded down, and from there on everything is exact: neither order nor
 * grouping of the ballots changes a digit.
 *
 * <p>Whoever splits a weight over k accounts multiplies its score by up to k, so this system is for
 * spaces in which a person has one account.
 */
public record Quadratic() implements VotingSystem {

    private static final long MOST = 10_000;
    private static final int DECIMALS = 4;
    private static final PointBallots BALLOTS = new PointBallots(DECIMALS, MOST, MOST);
    private static final BigInteger SCALE_SQUARED = BigInteger.TEN.pow(36);

    @Override
    public SystemName name() {
        return SystemName.QUADRATIC;
    }

    @Override
    public BallotCheck check(JsonNode choice, int options, Rules rules) {
        return BALLOTS.check(choice, options);
    }

    @Override
    public boolean countsByWeight() {
        return true;
    }

    @Override
    public Tally emptyTally(int options) {
        return new WeightedPatternTally();
    }

    @Override
    public Decision decide(Tally tally, int options, Rules rules, Eligible eligible) {
        boolean normalised = ((Method.Roots) VotingSystem.method(rules)).normalised();
        BigInteger cast = tally.total().weight();
        List<Rational> raw =
                roots((WeightedPatternTally) tally, options).scores().stream()
                        .map(sum -> sum.times(sum).dividedBy(Rational.of(SCALE_SQUARED)))
                        .toList();
        Rational all = raw.stream().reduce(Rational.ZERO, Rational::plus);
        List<Rational> scores =
                normalised && all.signum() > 0
                        ? raw.stream().map(score -> score.times(cast).dividedBy(all)).toList()
                        : raw;
        return Leaders.decide(scores, tally.total(), rules, eligible, Trace.NONE);
    }

    /** For each option the sum of the roots, in units of 10^-18. */
    private static OptionSums roots(WeightedPatternTally tally, int options) {
        OptionSums sums = new OptionSums(options);
        tally.ballots()
                .forEach((pattern, count) -> {
                    Choice.Points given = (Choice.Points) pattern.choice();
                    BigInteger together = BigInteger.valueOf(given.sum());
                    given.points()
                            .forEach((option, points) ->
                                    sums.add(
                                            option,
                                            root(pattern.weight(), points, together),
                                            count));
                });
        return sums;
    }

    private static BigInteger root(BigInteger weight, long points, BigInteger together) {
        return weight.multiply(BigInteger.valueOf(points))
                .multiply(SCALE_SQUARED)
                .divide(together)
                .sqrt();
    }
}
