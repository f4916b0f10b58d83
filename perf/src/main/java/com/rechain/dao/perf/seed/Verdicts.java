package com.rechain.dao.perf.seed;

import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.outcome.Verdict;

/** What the seeded votes decide, before anything of them is written. */
final class Verdicts {
    private final Layout layout;
    private int space = -1;
    private Roll roll;

    Verdicts(Layout layout) {
        this.layout = layout;
        roll = new Roll(layout, 0);
        space = 0;
    }

    /** The roll of a space; asked for space by space. */
    Roll roll(int wanted) {
        if (wanted != space) {
            roll = new Roll(layout, wanted);
            space = wanted;
        }
        return roll;
    }

    Verdict of(Seeded proposal) {
        Roll voters = roll(proposal.space());
        Tally tally = new Turnout(layout, voters, proposal).tally();
        return proposal.system()
                .decide(tally, proposal.options().size(), proposal.rules(), voters.eligible())
                .verdict();
    }
}
