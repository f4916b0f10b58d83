package com.rechain.dao.user.delegation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others are told when a member gives weight away or takes it back. Keyed by the space. */
record DelegationChanged(
        UUID spaceId,
        UUID delegatorId,
        ScopeView scope,
        List<PutDelegationsRequest.Share> delegates,
        Instant effectiveAt,
        @Nullable Instant expiresAt) {
    static final String TYPE = "delegation.changed.v1";
}
