package com.rechain.dao.user.membership;

import com.rechain.dao.user.account.AccountClosing;
import com.rechain.dao.user.membership.RosterChanges.Reason;
import com.rechain.dao.user.weight.Weight;
import com.rechain.dao.user.weight.WeightLedger;
import com.rechain.dao.user.weight.WeightSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Takes somebody whose account is closed out of every space. A space with other members must have
 * another owner first; one without keeps its owner on paper, as there is nobody to hand it to.
 */
@ApplicationScoped
class Departure implements AccountClosing {
    private final MembershipRepository memberships;
    private final RosterChanges changes;
    private final WeightLedger ledger;

    Departure(MembershipRepository memberships, RosterChanges changes, WeightLedger ledger) {
        this.memberships = memberships;
        this.changes = changes;
        this.ledger = ledger;
    }

    @Override
    public List<String> obstacles(UUID accountId) {
        List<String> obstacles = new ArrayList<>();
        for (Membership membership : memberships.activeOf(accountId)) {
            // The locks stay until the account is closed: what is found here still holds then.
            ledger.lock(membership.spaceId());
            if (isNeeded(membership)
                    && memberships.hasOtherMember(membership.spaceId(), accountId)) {
                obstacles.add("space " + membership.spaceId() + " needs another owner");
            }
        }
        return obstacles;
    }

    @Override
    public void close(UUID accountId) {
        for (Membership membership : memberships.activeOf(accountId)) {
            Instant now = ledger.lock(membership.spaceId()).orElseThrow();
            Membership after = isNeeded(membership) ? membership : membership.left();
            changes.change(after, Weight.ZERO, new Reason(accountId, now, WeightSource.LEFT));
        }
    }

    private boolean isNeeded(Membership membership) {
        return membership.isOwner()
                && !memberships.hasOtherOwner(membership.spaceId(), membership.accountId());
    }
}
