package com.rechain.dao.user.membership;

import com.rechain.dao.user.account.AccountService;
import com.rechain.dao.user.account.AccountStatus;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.membership.JoinOutcome.AlreadyMember;
import com.rechain.dao.user.membership.JoinOutcome.Joined;
import com.rechain.dao.user.membership.LeaveOutcome.Left;
import com.rechain.dao.user.membership.PutMemberOutcome.Added;
import com.rechain.dao.user.membership.PutMemberOutcome.Changed;
import com.rechain.dao.user.membership.PutMemberOutcome.NotAllowed;
import com.rechain.dao.user.membership.PutMemberOutcome.UnknownAccount;
import com.rechain.dao.user.membership.RosterChanges.Reason;
import com.rechain.dao.user.space.SpaceKey;
import com.rechain.dao.user.space.SpaceService;
import com.rechain.dao.user.space.SpaceView;
import com.rechain.dao.user.weight.Weight;
import com.rechain.dao.user.weight.WeightLedger;
import com.rechain.dao.user.weight.WeightSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Joining, leaving and being given roles and weights. Everything is decided on the primary under
 * the lock of the space's roster, so that a space never loses its last owner and nobody is a member
 * twice.
 */
@ApplicationScoped
public class MembershipService {
    private final SpaceService spaces;
    private final AccountService accounts;
    private final MembershipRepository memberships;
    private final RosterChanges changes;
    private final WeightLedger ledger;
    private final Primary primary;

    MembershipService(
            SpaceService spaces,
            AccountService accounts,
            MembershipRepository memberships,
            RosterChanges changes,
            WeightLedger ledger,
            Primary primary) {
        this.spaces = spaces;
        this.accounts = accounts;
        this.memberships = memberships;
        this.changes = changes;
        this.ledger = ledger;
        this.primary = primary;
    }

    /**
     * Makes somebody a member with the weight that members begin with; joining again changes
     * nothing.
     */
    @Transactional
    public JoinOutcome join(SpaceKey key, UUID accountId) {
        SpaceView space = spaces.findVisible(key, accountId).orElse(null);
        if (space == null) {
            return new JoinOutcome.UnknownSpace();
        }
        Instant now = lock(space);
        Optional<Membership> before = memberships.find(space.id(), accountId);
        if (before.filter(Membership::isActive).isPresent()) {
            return new AlreadyMember(view(space.id(), accountId));
        }
        Reason reason = new Reason(accountId, now, WeightSource.JOINED);
        enter(space, accountId, before.isPresent(), new Entry(Role.MEMBER, Weight.ONE, reason));
        return new Joined(view(space.id(), accountId));
    }

    /** Ends a membership and with it the weight; leaving again changes nothing. */
    @Transactional
    public LeaveOutcome leave(SpaceKey key, UUID accountId) {
        SpaceView space = spaces.findVisible(key, accountId).orElse(null);
        if (space == null) {
            return new LeaveOutcome.UnknownSpace();
        }
        Instant now = lock(space);
        Membership membership =
                memberships.find(space.id(), accountId).filter(Membership::isActive).orElse(null);
        if (membership == null) {
            return new Left();
        }
        if (membership.isOwner() && !memberships.hasOtherOwner(space.id(), accountId)) {
            return new LeaveOutcome.LastOwner();
        }
        changes.change(
                membership.left(), Weight.ZERO, new Reason(accountId, now, WeightSource.LEFT));
        return new Left();
    }

    /** Gives a member another role or weight, or makes somebody a member who is none. */
    @Transactional
    public PutMemberOutcome put(SpaceKey key, UUID editorId, UUID accountId, MemberChange change) {
        SpaceView space = spaces.findVisible(key, editorId).orElse(null);
        if (space == null) {
            return new PutMemberOutcome.UnknownSpace();
        }
        Instant now = lock(space);
        Membership before = memberships.find(space.id(), accountId).orElse(null);
        Membership present = before != null && before.isActive() ? before : null;
        Role next = role(change, present);
        if (!mayPut(space, editorId, accountId, present, next)) {
            return new NotAllowed();
        }
        if (accounts.find(accountId).filter(a -> a.status() == AccountStatus.ACTIVE).isEmpty()) {
            return new UnknownAccount();
        }
        if (losesLastOwner(present, next)) {
            return new PutMemberOutcome.LastOwner();
        }
        Weight weight = weight(change, present, now);
        Reason reason = new Reason(editorId, now, WeightSource.SET);
        if (present == null) {
            enter(space, accountId, before != null, new Entry(next, weight, reason));
            return new Added(view(space.id(), accountId));
        }
        changes.change(present.as(next), weight, reason);
        return new Changed(view(space.id(), accountId));
    }

    /** The member that somebody is of a space now. */
    @Transactional
    public Optional<MemberView> find(UUID spaceId, UUID accountId) {
        return primary.run(c -> MemberRows.find(c, spaceId, accountId));
    }

    /** The role that somebody has in a space now; empty for nobody's member. */
    @Transactional
    public Optional<Role> role(UUID spaceId, UUID accountId) {
        return memberships
                .find(spaceId, accountId)
                .filter(Membership::isActive)
                .map(Membership::role);
    }

    private record Entry(Role role, Weight weight, Reason reason) {}

    private void enter(SpaceView space, UUID accountId, boolean wasMember, Entry entry) {
        Instant now = entry.reason().effectiveAt();
        Membership membership =
                new Membership(space.id(), accountId, entry.role(), MembershipState.ACTIVE, now);
        if (wasMember) {
            changes.change(membership, entry.weight(), entry.reason());
        } else {
            changes.add(membership, entry.weight(), entry.reason());
        }
    }

    private boolean mayPut(
            SpaceView space,
            UUID editorId,
            UUID accountId,
            @Nullable Membership present,
            Role next) {
        Role editor = role(space.id(), editorId).orElse(null);
        // Admins cannot reach admins, so nobody but an owner changes themselves.
        return editor != null
                && editor.mayTurn(present == null ? null : present.role(), next)
                && (editor == Role.OWNER || !editorId.equals(accountId));
    }

    private boolean losesLastOwner(@Nullable Membership present, Role next) {
        return present != null
                && present.isOwner()
                && next != Role.OWNER
                && !memberships.hasOtherOwner(present.spaceId(), present.accountId());
    }

    private static Role role(MemberChange change, @Nullable Membership present) {
        Role unchanged = present == null ? Role.MEMBER : present.role();
        return change.role() == null ? unchanged : change.role();
    }

    private Weight weight(MemberChange change, @Nullable Membership present, Instant now) {
        if (change.weight() != null) {
            return change.weight();
        }
        return present == null
                ? Weight.ONE
                : changes.weight(present.spaceId(), present.accountId(), now);
    }

    private Instant lock(SpaceView space) {
        return ledger.lock(space.id())
                .orElseThrow(
                        () -> new IllegalStateException("space " + space.id() + " has no roster"));
    }

    private MemberView view(UUID spaceId, UUID accountId) {
        return find(spaceId, accountId)
                .orElseThrow(() ->
                        new IllegalStateException("a member who was just written is missing"));
    }
}
