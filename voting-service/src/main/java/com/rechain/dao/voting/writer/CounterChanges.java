package com.rechain.dao.voting.writer;

import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.writer.BatchPlan.Counter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a batch changes in the counters. A ballot of no weight is kept, but never counted. */
final class CounterChanges {
    private final Map<Counter, Count> changes = new TreeMap<>();

    void add(Box box, CurrentBallot ballot) {
        change(box, ballot, Count.ofOne(ballot.weight()));
    }

    void take(Box box, CurrentBallot ballot) {
        change(box, ballot, Count.ofOne(ballot.weight()).negated());
    }

    /** The changes in the order in which counters are locked, without those that cancel out. */
    Map<Counter, Count> all() {
        Map<Counter, Count> all = new LinkedHashMap<>(changes);
        all.values().removeIf(Count::isZero);
        return all;
    }

    private void change(Box box, CurrentBallot ballot, Count change) {
        if (ballot.weight().signum() > 0) {
            String counter = box.counter(ballot.choice(), ballot.weight());
            changes.merge(new Counter(box.proposalId(), counter), change, Count::plus);
        }
    }
}
