package com.rechain.dao.user.membership;

import com.rechain.dao.user.account.AccountService;
import com.rechain.dao.user.account.AccountStatus;
import com.rechain.dao.user.membership.RosterChanges.Reason;
import com.rechain.dao.user.weight.Weight;
import com.rechain.dao.user.weight.WeightLedger;
import com.rechain.dao.user.weight.WeightSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Gives the roles that the members decided by a proposal: any role, to anybody. */
@ApplicationScoped
public class DecidedRoles {
    private final AccountService accounts;
    private final MembershipRepository memberships;
    private final RosterChanges changes;
    private final WeightLedger ledger;

    DecidedRoles(
            AccountService accounts,
            MembershipRepository memberships,
            RosterChanges changes,
            WeightLedger ledger) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.changes = changes;
        this.ledger = ledger;
    }

    /** What became of giving a role. */
    public sealed interface Outcome {
        record Given() implements Outcome {}

        record LastOwner() implements Outcome {}

        record UnknownAccount() implements Outcome {}

        record UnknownSpace() implements Outcome {}
    }

    /**
     * Gives {@code role}; who is no member yet becomes one with the weight that members begin with.
     */
    @Transactional
    public Outcome give(UUID spaceId, UUID accountId, Role role, UUID proposalId) {
        Instant now = ledger.lock(spaceId).orElse(null);
        if (now == null) {
            return new Outcome.UnknownSpace();
        }
        if (accounts.find(accountId).filter(a -> a.status() == AccountStatus.ACTIVE).isEmpty()) {
            return new Outcome.UnknownAccount();
        }
        Membership before = memberships.find(spaceId, accountId).orElse(null);
        Reason reason = new Reason(proposalId, now, WeightSource.DECIDED);
        Membership next = new Membership(spaceId, accountId, role, MembershipState.ACTIVE, now);
        if (before == null) {
            changes.add(next, Weight.ONE, reason);
        } else if (!before.isActive()) {
            changes.change(next, Weight.ONE, reason);
        } else if (before.isOwner()
                && role != Role.OWNER
                && !memberships.hasOtherOwner(spaceId, accountId)) {
            return new Outcome.LastOwner();
        } else {
            changes.change(before.as(role), changes.weight(spaceId, accountId, now), reason);
        }
        return new Outcome.Given();
    }
}
