package com.rechain.dao.voting.tally;

import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.voting.box.Box;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The payload of tally.updated.v1. Options with nothing are left out. */
record TallyUpdated(
        UUID proposalId, Instant asOf, long ballots, String weight, List<Score> scores) {
    static final String TYPE = "tally.updated.v1";

    // Scores do not depend on who else could have voted.
    private static final Eligible ANYBODY = new Eligible(BigInteger.ZERO, 0);

    /**
     * @param choice the option, counted from 1
     */
    record Score(int choice, String score) {}

    static TallyUpdated of(Box box, Tally tally, Instant asOf) {
        List<Rational> scores = box.decide(tally, ANYBODY).scores();
        return new TallyUpdated(
                box.proposalId(),
                asOf,
                tally.total().ballots(),
                tally.total().weight().toString(),
                IntStream.range(0, scores.size())
                        .filter(i -> scores.get(i).signum() > 0)
                        .mapToObj(i -> new Score(i + 1, scores.get(i).text()))
                        .toList());
    }
}
