package com.rechain.dao.user.delegation;

import com.rechain.dao.user.delegation.DelegationRepository.Place;
import com.rechain.dao.user.delegation.PutDelegationsOutcome.Delegated;
import com.rechain.dao.user.delegation.PutDelegationsOutcome.DelegatesNotMembers;
import com.rechain.dao.user.delegation.PutDelegationsOutcome.ExpiryPassed;
import com.rechain.dao.user.delegation.PutDelegationsOutcome.NotAMember;
import com.rechain.dao.user.delegation.PutDelegationsOutcome.ToOneself;
import com.rechain.dao.user.delegation.PutDelegationsOutcome.TooManyScopes;
import com.rechain.dao.user.delegation.PutDelegationsOutcome.UnknownSpace;
import com.rechain.dao.user.delegation.PutDelegationsRequest.Share;
import com.rechain.dao.user.membership.MembershipService;
import com.rechain.dao.user.space.SpaceKey;
import com.rechain.dao.user.space.SpaceService;
import com.rechain.dao.user.space.SpaceView;
import com.rechain.dao.user.weight.WeightLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Giving weight to others and taking it back. Everything is decided under the lock of the space's
 * roster, in one order with joining, leaving and weighing.
 */
@ApplicationScoped
public class DelegationService {
    private static final int MOST_SCOPES = 100;

    private final SpaceService spaces;
    private final MembershipService memberships;
    private final DelegationRepository delegations;
    private final WeightLedger ledger;

    DelegationService(
            SpaceService spaces,
            MembershipService memberships,
            DelegationRepository delegations,
            WeightLedger ledger) {
        this.spaces = spaces;
        this.memberships = memberships;
        this.delegations = delegations;
        this.ledger = ledger;
    }

    /** Replaces the whole set of one scope. */
    @Transactional
    PutDelegationsOutcome put(
            SpaceKey key, UUID me, PutDelegationsRequest wanted, @Nullable Instant expiresAt) {
        SpaceView space = spaces.findVisible(key, me).orElse(null);
        if (space == null) {
            return new UnknownSpace();
        }
        Place place = new Place(space.id(), me, lock(space.id()));
        if (wanted.delegates().stream().anyMatch(share -> share.delegateId().equals(me))) {
            return new ToOneself();
        }
        if (expiresAt != null && !expiresAt.isAfter(place.effectiveAt())) {
            return new ExpiryPassed(place.effectiveAt());
        }
        if (isStranger(space.id(), me)) {
            return new NotAMember();
        }
        List<UUID> strangers =
                wanted.delegates().stream()
                        .map(Share::delegateId)
                        .filter(delegate -> isStranger(space.id(), delegate))
                        .toList();
        return strangers.isEmpty()
                ? put(place, wanted, expiresAt)
                : new DelegatesNotMembers(strangers);
    }

    private PutDelegationsOutcome put(
            Place place, PutDelegationsRequest wanted, @Nullable Instant expiresAt) {
        List<DelegationSetView> before = DelegationSetView.of(delegations.givenBy(place));
        ScopeView scope = ScopeView.of(wanted.scope().scope());
        boolean isNew = before.stream().noneMatch(set -> set.scope().equals(scope));
        if (isNew && !wanted.delegates().isEmpty() && before.size() >= MOST_SCOPES) {
            return new TooManyScopes(MOST_SCOPES);
        }
        delegations.append(place, scope, wanted.delegates(), expiresAt);
        return new Delegated(view(place));
    }

    /** Takes back all that one delegate was given in a space; tells whether there is the space. */
    @Transactional
    boolean withdraw(SpaceKey key, UUID me, UUID delegateId) {
        SpaceView space = spaces.findVisible(key, me).orElse(null);
        if (space == null) {
            return false;
        }
        Place place = new Place(space.id(), me, lock(space.id()));
        for (DelegationSetView set : DelegationSetView.of(delegations.givenBy(place))) {
            List<Share> rest =
                    set.delegates().stream()
                            .filter(share -> !share.delegateId().equals(delegateId))
                            .toList();
            if (rest.size() < set.delegates().size()) {
                delegations.append(place, set.scope(), rest, set.expiresAt());
            }
        }
        return true;
    }

    private DelegationsView view(Place place) {
        return new DelegationsView(
                place.spaceId(),
                place.delegatorId(),
                DelegationSetView.of(delegations.givenBy(place)));
    }

    private boolean isStranger(UUID spaceId, UUID accountId) {
        return memberships.role(spaceId, accountId).isEmpty();
    }

    private Instant lock(UUID spaceId) {
        return ledger.lock(spaceId)
                .orElseThrow(
                        () -> new IllegalStateException("space " + spaceId + " has no roster"));
    }
}
