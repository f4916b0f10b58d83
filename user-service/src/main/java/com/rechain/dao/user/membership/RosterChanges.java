package com.rechain.dao.user.membership;

import com.rechain.dao.platform.event.Outbox;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.weight.Checkpoint;
import com.rechain.dao.user.weight.Weight;
import com.rechain.dao.user.weight.WeightLedger;
import com.rechain.dao.user.weight.WeightSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes one member's row, checkpoint and event together. Needs the lock of the space's roster. */
@ApplicationScoped
class RosterChanges {
    private final MembershipRepository memberships;
    private final WeightLedger ledger;
    private final Primary primary;
    private final Outbox outbox;

    RosterChanges(
            MembershipRepository memberships, WeightLedger ledger, Primary primary, Outbox outbox) {
        this.memberships = memberships;
        this.ledger = ledger;
        this.primary = primary;
        this.outbox = outbox;
    }

    /** By whom, from when on and why a member's place changes. */
    record Reason(UUID by, Instant effectiveAt, WeightSource source) {}

    /** The weight that somebody has when the lock was got. */
    Weight weight(UUID spaceId, UUID accountId, Instant at) {
        return primary.run(c -> WeightLedger.at(c, spaceId, accountId, at))
                .map(Checkpoint::weight)
                .orElse(Weight.ZERO);
    }

    /** Adds a member's row and gives the weight. */
    void add(Membership membership, Weight weight, Reason reason) {
        memberships.insert(membership, reason.effectiveAt());
        weigh(membership, weight, reason);
    }

    /** Changes a member's row and, where it differs, the weight. */
    void change(Membership membership, Weight weight, Reason reason) {
        memberships.update(membership, reason.effectiveAt());
        weigh(membership, weight, reason);
    }

    private void weigh(Membership membership, Weight weight, Reason reason) {
        UUID spaceId = membership.spaceId();
        UUID accountId = membership.accountId();
        Instant effectiveAt = reason.effectiveAt();
        // Leaving is noted even by those who weighed nothing: it ends delegations.
        if (reason.source() == WeightSource.LEFT
                || !weight.equals(weight(spaceId, accountId, effectiveAt))) {
            Checkpoint checkpoint =
                    new Checkpoint(accountId, effectiveAt, weight, reason.source(), reason.by());
            ledger.append(spaceId, effectiveAt, List.of(checkpoint));
        }
        outbox.append(
                MembershipChanged.TYPE,
                spaceId,
                new MembershipChanged(
                        spaceId,
                        accountId,
                        membership.role(),
                        membership.state(),
                        weight,
                        effectiveAt));
    }
}
