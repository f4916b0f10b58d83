package com.rechain.dao.voting.writer;

import com.rechain.dao.platform.event.OutboxMessage;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.voting.writer.BatchPlan.Recorded;
import java.util.List;
import java.util.stream.Stream;

/** What a batch announces: each ballot recorded, then each that carries less. */
final class BatchEvents {
    private BatchEvents() {}

    static List<OutboxMessage> of(BatchPlan plan) {
        return Stream.concat(
                        plan.recorded().stream().map(BatchEvents::recorded),
                        plan.overrides().ballots().stream().map(BatchEvents::reweighted))
                .toList();
    }

    private static OutboxMessage recorded(Recorded ballot) {
        return new OutboxMessage(
                Ids.next(),
                BallotRecorded.TYPE,
                ballot.receipt().proposalId(),
                ballot.receipt().castAt(),
                ballot.cast().traceparent(),
                BallotRecorded.payload(ballot.receipt(), ballot.cast().box().hidesUntilClose()));
    }

    private static OutboxMessage reweighted(Reweighted ballot) {
        return new OutboxMessage(
                Ids.next(),
                Reweighted.TYPE,
                ballot.ballot().proposalId(),
                ballot.at(),
                ballot.traceparent(),
                ballot.payload());
    }
}
