package com.rechain.dao.user.delegation;

import java.time.Instant;
import java.util.List;

/**
 * Those who receive most in a space for an occasion, most first.
 *
 * @param validUntil when the first of the delegations that were added up expires
 */
record DelegateRanking(List<DelegateView> delegates, Instant validUntil) {
    DelegateRanking {
        delegates = List.copyOf(delegates);
    }

    List<DelegateView> first(int limit) {
        return delegates.subList(0, Math.min(limit, delegates.size()));
    }
}
