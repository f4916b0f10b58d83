package com.rechain.dao.user.membership;

import com.rechain.dao.user.membership.RosterChanges.Reason;
import com.rechain.dao.user.space.SpaceMembers;
import com.rechain.dao.user.weight.Weight;
import com.rechain.dao.user.weight.WeightLedger;
import com.rechain.dao.user.weight.WeightSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.UUID;

/** Tells spaces what they must know of their members, and gives a new one its first owner. */
@ApplicationScoped
class Founding implements SpaceMembers {
    private final MembershipRepository memberships;
    private final RosterChanges changes;
    private final WeightLedger ledger;

    Founding(MembershipRepository memberships, RosterChanges changes, WeightLedger ledger) {
        this.memberships = memberships;
        this.changes = changes;
        this.ledger = ledger;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void found(UUID spaceId, UUID founder, Instant now) {
        ledger.open(spaceId, now);
        Membership owner =
                new Membership(spaceId, founder, Role.OWNER, MembershipState.ACTIVE, now);
        changes.add(owner, Weight.ONE, new Reason(founder, now, WeightSource.FOUNDED));
    }

    @Override
    public Standing standing(UUID spaceId, UUID accountId) {
        return memberships
                .find(spaceId, accountId)
                .filter(Membership::isActive)
                .map(membership ->
                        membership.role().isSteward() ? Standing.STEWARD : Standing.MEMBER)
                .orElse(Standing.STRANGER);
    }
}
