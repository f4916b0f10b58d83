package com.rechain.dao.voting.writer;

import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.system.EarlyEnd;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.WindowMoved;
import com.rechain.dao.voting.tally.TallyRows;
import java.util.Optional;

/**
 * What a box's rules say of its end when ballots are added to those that are counted.
 *
 * @param counted before; not changed
 */
record EndRules(Box box, Eligible eligible, Tally counted) {

    /** Why the end would move, if so. An early end comes before an extension. */
    Optional<WindowMoved.Reason> after(BatchPlan plan) {
        Tally tally = box.system().emptyTally(box.choices().size());
        tally.merge(counted);
        plan.counters()
                .forEach((counter, change) -> {
                    if (counter.proposalId().equals(box.proposalId())) {
                        TallyRows.add(tally, box, counter.choice(), change);
                    }
                });
        return box.system()
                .endsEarly(tally, box.choices().size(), box.rules(), eligible)
                .map(EndRules::named)
                .or(() -> extension(tally));
    }

    private Optional<WindowMoved.Reason> extension(Tally tally) {
        boolean reached = !hasQuorum(counted) && hasQuorum(tally);
        return reached && box.rules().ending().extensionSeconds() > 0
                ? Optional.of(WindowMoved.Reason.EXTENDED)
                : Optional.empty();
    }

    private boolean hasQuorum(Tally tally) {
        return box.system().quorum(tally, box.rules(), eligible).holds();
    }

    private static WindowMoved.Reason named(EarlyEnd end) {
        return switch (end) {
            case DECIDED -> WindowMoved.Reason.DECIDED;
            case SUPER_QUORUM -> WindowMoved.Reason.SUPER_QUORUM;
        };
    }
}
