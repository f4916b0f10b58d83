package com.rechain.dao.tally.system;

import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Arithmetic;
import com.rechain.dao.tally.outcome.Bars;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Measures;
import com.rechain.dao.tally.outcome.Verdict;
import com.rechain.dao.tally.rules.EndingRule;
import com.rechain.dao.tally.rules.QuorumBase;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.TieRule;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether votes that are still to come could change an outcome. Everything that could happen is a
 * polytope: what is left goes for, against, to abstentions or to veto, in any mixture, on one
 * ballot or on many. Each bar is linear in it, so one that holds (or fails) at all corners holds
 * (or fails) everywhere; an outcome is settled where corners alone prove it. That errs on the side
 * of waiting.
 */
final class Foresight {

    private Foresight() {}

    /** Of a vote for and against. */
    static Optional<EarlyEnd> ofBasic(Rules rules, Measures now, Verdict verdict) {
        EndingRule ending = rules.ending();
        if (ending.superQuorum() != null
                && verdict == Verdict.SUCCEEDED
                && Arithmetic.minimum(ending.superQuorum(), now).holds()) {
            return Optional.of(EarlyEnd.SUPER_QUORUM);
        }
        return ending.early() && isSettled(rules, corners(now), verdict)
                ? Optional.of(EarlyEnd.DECIDED)
                : Optional.empty();
    }

    /** Of a vote in which an objection is all that counts. */
    static Optional<EarlyEnd> ofObjection(Rules rules, Measures now) {
        List<Arithmetic> objection =
                corners(now).stream()
                        .map(corner -> Arithmetic.quorum(rules.quorum(), corner))
                        .toList();
        boolean settled =
                objection.stream().allMatch(Arithmetic::holds)
                        || objection.stream().noneMatch(Arithmetic::holds);
        return rules.ending().early() && settled ? Optional.of(EarlyEnd.DECIDED) : Optional.empty();
    }

    /**
     * Of a vote among options, of which {@code best} leads before {@code second}: all that is left
     * may go to the second, or to nobody.
     */
    static Optional<EarlyEnd> ofLeader(
            Rules rules, Count cast, Rational best, Rational second, Eligible eligible) {
        Rational left = Rational.of(left(cast, eligible));
        Measures now = Measures.ofLeader(cast, best, eligible);
        List<Bars> bars = corners(now).stream().map(corner -> Bars.of(rules, corner)).toList();
        boolean without = bars.stream().noneMatch(bar -> bar.quorum().holds());
        boolean won =
                best.compareTo(second.plus(left)) > 0
                        && bars.stream().allMatch(bar -> bar.quorum().holds() && bar.approved());
        return rules.ending().early() && (without || won)
                ? Optional.of(EarlyEnd.DECIDED)
                : Optional.empty();
    }

    private static boolean isSettled(Rules rules, List<Measures> corners, Verdict verdict) {
        List<Bars> bars = corners.stream().map(corner -> Bars.of(rules, corner)).toList();
        boolean rejection = rules.quorum().base() == QuorumBase.AGAINST;
        Predicate<Bars> open = bar -> bar.quorum().holds() != rejection;
        Predicate<Bars> vetoed = Bars::vetoed;
        return switch (verdict) {
            case SURVEY_DONE, TIED -> false;
            case NO_QUORUM -> bars.stream().noneMatch(open);
            case VETOED -> bars.stream().allMatch(open.and(vetoed));
            case SUCCEEDED -> bars.stream().allMatch(open.and(vetoed.negate()).and(Bars::approved));
            case DEFEATED ->
                    bars.stream().noneMatch(open)
                            || bars.stream().allMatch(open)
                                    && bars.stream().noneMatch(vetoed)
                                    && isOutOfReach(rules, bars);
        };
    }

    /** Whether one and the same bar fails everywhere, and nowhere by a tie that would count. */
    private static boolean isOutOfReach(Rules rules, List<Bars> bars) {
        boolean tiesAreDefeats = rules.ties() == TieRule.DEFEAT;
        return failsEverywhere(bars.stream().map(Bars::approval).toList(), tiesAreDefeats)
                || failsEverywhere(bars.stream().map(Bars::minimum).toList(), true);
    }

    private static boolean failsEverywhere(List<Optional<Arithmetic>> bar, boolean atTheBarToo) {
        return bar.stream()
                .allMatch(corner ->
                        corner.filter(numbers ->
                                        !numbers.holds()
                                                && (atTheBarToo
                                                        || !numbers.left().equals(numbers.right())))
                                .isPresent());
    }

    /** Nothing more comes, or all that is left comes in one way, on no more ballots or on all. */
    private static List<Measures> corners(Measures now) {
        BigInteger left = left(now.cast(), now.eligible());
        long voters = Math.max(0, now.eligible().voters() - now.cast().ballots());
        List<Measures> corners = new ArrayList<>(List.of(now));
        for (Way way : Way.values()) {
            corners.add(way.after(now, new Count(left, 0)));
            corners.add(way.after(now, new Count(left, voters)));
        }
        return corners;
    }

    private static BigInteger left(Count cast, Eligible eligible) {
        return eligible.weight().subtract(cast.weight()).max(BigInteger.ZERO);
    }

    /** Where what is left may go. */
    private enum Way {
        FOR,
        AGAINST,
        VETO,
        ABSTAIN;

        Measures after(Measures now, Count more) {
            Rational weight = Rational.of(more.weight());
            Rational none = Rational.ZERO;
            boolean against = this == AGAINST || this == VETO;
            return new Measures(
                    now.inFavour().plus(this == FOR ? weight : none),
                    now.against().plus(against ? weight : none),
                    now.vetoing().plus(this == VETO ? weight : none),
                    now.abstaining().plus(this == ABSTAIN ? weight : none),
                    now.cast().plus(more),
                    now.eligible());
        }
    }
}
