package com.rechain.dao.user.delegation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of the delegations that are live at an instant, by delegator.
 *
 * @param next what to send as {@code after} for the next page; null when there is none. A page may
 *     be empty and still not be the last; the delegations of one delegator are never parted.
 */
record DelegationExport(Instant at, List<Edge> delegations, @Nullable UUID next) {
    /** One delegation, its scope in one word. */
    record Edge(UUID delegatorId, UUID delegateId, String scope, int basisPoints) {
        static Edge of(LiveDelegation live) {
            return new Edge(
                    live.delegation().delegatorId(),
                    live.delegation().delegateId(),
                    live.delegation().scope().text(),
                    live.delegation().basisPoints());
        }
    }
}
