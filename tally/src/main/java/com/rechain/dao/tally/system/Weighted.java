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
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Each voter splits the weight: score_i = Σ w_v · x_vi / Σ_j x_vj, as Snapshot's "weighted", in
 * exact fractions, so that the scores always add up to the weight cast and nothing has to be
 * rescaled. The points of a ballot add up to at most 10,000: that keeps the common denominator of
 * any number of ballots below some 4,400 digits.
 */
public record Weighted() implements VotingSystem {

    private static final long MOST = 10_000;
    private static final int DECIMALS = 4;
    private static final PointBallots BALLOTS = new PointBallots(DECIMALS, MOST, MOST);

    @Override
    public SystemName name() {
        return SystemName.WEIGHTED;
    }

    @Override
    public BallotCheck check(JsonNode choice, int options, Rules rules) {
        return BALLOTS.check(choice, options);
    }

    @Override
    public Decision decide(Tally tally, int options, Rules rules, Eligible eligible) {
        return Leaders.decide(
                scores((PatternTally) tally, options), tally.total(), rules, eligible, Trace.NONE);
    }

    // Per sum of points first: adding fractions with one denominator is adding whole numbers.
    private static List<Rational> scores(PatternTally tally, int options) {
        Map<Long, OptionSums> parts = new TreeMap<>();
        tally.forEachWeight((choice, weight) -> {
            Choice.Points given = (Choice.Points) choice;
            OptionSums part = parts.computeIfAbsent(given.sum(), _ -> new OptionSums(options));
            given.points().forEach((option, points) -> part.add(option, weight, points));
        });
        List<Rational> scores = new ArrayList<>(Collections.nCopies(options, Rational.ZERO));
        parts.forEach((sum, part) -> {
            List<Rational> more = part.scores(BigInteger.valueOf(sum));
            for (int i = 0; i < options; i++) {
                scores.set(i, scores.get(i).plus(more.get(i)));
            }
        });
        return scores;
    }
}
