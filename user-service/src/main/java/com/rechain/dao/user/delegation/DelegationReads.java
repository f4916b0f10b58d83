package com.rechain.dao.user.delegation;

import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.tally.power.Delegation;
import com.rechain.dao.tally.power.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Delegations to look at, read from the replica. */
@ApplicationScoped
public class DelegationReads {
    private final ReplicaReads reads;
    private final Clock clock;

    DelegationReads(ReplicaReads reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    /** All that a member gives to others now. */
    DelegationsView givenBy(UUID spaceId, UUID delegatorId) {
        Instant now = clock.instant();
        return new DelegationsView(
                spaceId,
                delegatorId,
                DelegationSetView.of(
                        reads.read(c -> DelegationRows.givenBy(c, spaceId, delegatorId, now))));
    }

    /** Those of {@code live} that no narrower one of the same delegator wins over. */
    public static List<LiveDelegation> inForce(List<LiveDelegation> live, Occasion occasion) {
        Set<Delegation> winning = new HashSet<>();
        occasion.inForce(live.stream().map(LiveDelegation::delegation).toList())
                .values()
                .forEach(winning::addAll);
        return live.stream().filter(one -> winning.contains(one.delegation())).toList();
    }
}
