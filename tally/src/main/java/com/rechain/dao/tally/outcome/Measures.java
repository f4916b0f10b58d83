package com.rechain.dao.tally.outcome;

import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.ballot.OptionTally;
import com.rechain.dao.tally.rules.ApprovalBase;
import com.rechain.dao.tally.rules.QuorumBase;
import java.math.BigInteger;
import java.util.List;

/** The numbers that thresholds are compared with. */
public record Measures(
        BigInteger inFavour,
        BigInteger against,
        BigInteger abstaining,
        Count cast,
        Eligible eligible) {

    /** Of a vote for, against and abstaining. */
    public static Measures ofBasic(OptionTally tally, Eligible eligible) {
        List<BigInteger> scores = tally.scores();
        BigInteger abstaining = scores.size() > 2 ? scores.get(2) : BigInteger.ZERO;
        return new Measures(scores.get(0), scores.get(1), abstaining, tally.total(), eligible);
    }

    /** Of a vote among options: the leading option's score counts as being in favour. */
    public static Measures ofLeader(OptionTally tally, BigInteger best, Eligible eligible) {
        Count cast = tally.total();
        return new Measures(best, cast.weight().subtract(best), BigInteger.ZERO, cast, eligible);
    }

    BigInteger of(QuorumBase base) {
        return switch (base) {
            case CAST -> cast.weight();
            case FOR_ABSTAIN -> inFavour.add(abstaining);
            case FOR -> inFavour;
            case AGAINST -> against;
            case TURNOUT -> BigInteger.valueOf(cast.ballots());
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
            case FOR_AGAINST -> inFavour.add(against);
            case CAST -> cast.weight();
            case ELIGIBLE -> eligible.weight();
        };
    }
}
