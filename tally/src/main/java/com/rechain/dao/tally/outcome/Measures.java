package com.rechain.dao.tally.outcome;

import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.ballot.OptionTally;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.rules.ApprovalBase;
import com.rechain.dao.tally.rules.QuorumBase;
import java.math.BigInteger;
import java.util.List;

/**
 * The numbers that thresholds are compared with.
 *
 * @param against all weight against, with veto or without
 * @param vetoing the part of it with veto
 */
public record Measures(
        Rational inFavour,
        Rational against,
        Rational vetoing,
        Rational abstaining,
        Count cast,
        Eligible eligible) {

    /** Of a vote for, against, abstaining and against with veto. */
    public static Measures ofBasic(OptionTally tally, Eligible eligible) {
        List<Rational> scores = tally.scores().stream().map(Rational::of).toList();
        Rational vetoing = score(scores, 4);
        return new Measures(
                scores.get(0),
                scores.get(1).plus(vetoing),
                vetoing,
                score(scores, 3),
                tally.total(),
                eligible);
    }

    private static Rational score(List<Rational> scores, int option) {
        return scores.size() < option ? Rational.ZERO : scores.get(option - 1);
    }

    /** Of a vote among options: the leading option's score counts as being in favour. */
    public static Measures ofLeader(Count cast, Rational best, Eligible eligible) {
        Rational rest = Rational.of(cast.weight()).minus(best);
        return new Measures(best, rest, Rational.ZERO, Rational.ZERO, cast, eligible);
    }

    Rational of(QuorumBase base) {
        return switch (base) {
            case CAST -> Rational.of(cast.weight());
            case FOR_ABSTAIN -> inFavour.plus(abstaining);
            case FOR -> inFavour;
            case AGAINST -> against;
            case TURNOUT -> Rational.of(cast.ballots());
        };
    }

    BigInteger eligibleFor(QuorumBase base) {
        return switch (base) {
            case CAST, FOR_ABSTAIN, FOR, AGAINST -> eligible.weight();
            case TURNOUT -> BigInteger.valueOf(eligible.voters());
        };
    }

    BigInteger of(ApprovalBase base) {
        return switch (base) {
            case FOR_AGAINST -> inFavour.plus(against).wholeOrThrow();
            case CAST -> cast.weight();
            case ELIGIBLE -> eligible.weight();
        };
    }
}
