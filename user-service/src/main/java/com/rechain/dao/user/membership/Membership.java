package com.rechain.dao.user.membership;

import java.time.Instant;
import java.util.UUID;

/** That somebody belongs, or belonged, to a space, and as what. */
record Membership(
        UUID spaceId, UUID accountId, Role role, MembershipState state, Instant joinedAt) {
    boolean isActive() {
        return state == MembershipState.ACTIVE;
    }

    boolean isOwner() {
        return isActive() && role == Role.OWNER;
    }

    Membership as(Role next) {
        return new Membership(spaceId, accountId, next, state, joinedAt);
    }

    Membership left() {
        return new Membership(spaceId, accountId, role, MembershipState.LEFT, joinedAt);
    }
}
