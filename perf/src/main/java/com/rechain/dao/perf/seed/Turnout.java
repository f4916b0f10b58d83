package com.rechain.dao.perf.seed;

import com.rechain.dao.perf.seed.Paper.Filled;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.record.EligibleVoter;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/** Who votes on one proposal, when and how. */
final class Turnout {
    private final Layout layout;
    private final Roll roll;
    private final Seeded proposal;
    private final int first;
    private final Duration between;

    Turnout(Layout layout, Roll roll, Seeded proposal) {
        this.layout = layout;
        this.roll = roll;
        this.proposal = proposal;
        first = layout.chance().below(roll.inPerson(), proposal.index(), -7);
        Instant at = layout.size().at();
        Instant until = proposal.endsAt().isBefore(at) ? proposal.endsAt() : at;
        between = Duration.between(proposal.readyAt(), until).dividedBy(proposal.votes() + 2L);
    }

    boolean votes(int member) {
        return member < roll.inPerson() && rank(member) < proposal.votes();
    }

    Filled choice(int member) {
        int way =
                layout.chance()
                        .below(proposal.paper().ways().size(), proposal.index(), 10L + member);
        return proposal.paper().ways().get(way);
    }

    Instant castAt(int member) {
        long nanos = between.toNanos() * (rank(member) + 1L);
        return proposal.readyAt().plusNanos(nanos - nanos % 1_000);
    }

    /** Everything that is cast, summed up. */
    Tally tally() {
        Tally tally = proposal.system().emptyTally(proposal.options().size());
        for (int member = 0; member < roll.size(); member++) {
            if (votes(member)) {
                add(tally, member, weight(roll.voter(member)));
            }
        }
        return tally;
    }

    void add(Tally tally, int member, BigInteger weight) {
        tally.add(choice(member).choice(), weight);
    }

    static BigInteger weight(EligibleVoter voter) {
        return voter.ownWeight().add(voter.receivedWeight());
    }

    private int rank(int member) {
        return Math.floorMod(member - first, roll.inPerson());
    }
}
