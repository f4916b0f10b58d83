package com.rechain.dao.user.membership;

import com.rechain.dao.user.weight.Weight;
import java.time.Instant;
import java.util.UUID;

/**
 * What others are told when somebody's place in a space changes. Keyed by the space, so that order
 * holds within it.
 */
public record MembershipChanged(
        UUID spaceId,
        UUID userId,
        Role role,
        MembershipState state,
        Weight weight,
        Instant effectiveAt) {
    public static final String TYPE = "membership.changed.v1";
}
