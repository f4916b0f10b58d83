package com.rechain.dao.user.delegation;

import com.rechain.dao.platform.cache.Invalidations;
import com.rechain.dao.platform.event.Outbox;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.database.Sql;
import com.rechain.dao.user.delegation.PutDelegationsRequest.Share;
import com.rechain.dao.user.weight.WeightLedger;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Appends sets of delegations on the primary, each with its event. Needs the lock of the space's
 * roster.
 */
@ApplicationScoped
class DelegationRepository {
    private static final String SET =
            """
            INSERT INTO delegation_set (space_id, delegator_id, scope, effective_at, expires_at)
            VALUES (?, ?, ?, ?, ?)\
            """;
    private static final String PART =
            """
            INSERT INTO delegation_part (space_id, delegator_id, scope, effective_at, delegate_id, basis_points)
            VALUES (?, ?, ?, ?, ?, ?)\
            """;

    private final Primary primary;
    private final WeightLedger ledger;
    private final Outbox outbox;
    private final Invalidations invalidations;

    DelegationRepository(
            Primary primary, WeightLedger ledger, Outbox outbox, Invalidations invalidations) {
        this.primary = primary;
        this.ledger = ledger;
        this.outbox = outbox;
        this.invalidations = invalidations;
    }

    /** Whose set takes effect where and when. */
    record Place(UUID spaceId, UUID delegatorId, Instant effectiveAt) {}

    List<LiveDelegation> givenBy(Place place) {
        return primary.run(c ->
                DelegationRows.givenBy(
                        c, place.spaceId(), place.delegatorId(), place.effectiveAt()));
    }

    /**
     * Appends a set, and settles the ledger: nothing takes effect at or before its instant later.
     */
    void append(Place place, ScopeView scope, List<Share> delegates, @Nullable Instant expiresAt) {
        String text = scope.scope().text();
        primary.run(c -> {
            Sql.of(SET)
                    .with(place.spaceId())
                    .with(place.delegatorId())
                    .with(text)
                    .with(place.effectiveAt())
                    .with(expiresAt)
                    .update(c);
            for (Share share : delegates) {
                Sql.of(PART)
                        .with(place.spaceId())
                        .with(place.delegatorId())
                        .with(text)
                        .with(place.effectiveAt())
                        .with(share.delegateId())
                        .with(share.basisPoints())
                        .update(c);
            }
            return delegates.size();
        });
        ledger.settle(place.spaceId(), place.effectiveAt());
        outbox.append(
                DelegationChanged.TYPE,
                place.spaceId(),
                new DelegationChanged(
                        place.spaceId(),
                        place.delegatorId(),
                        scope,
                        delegates,
                        place.effectiveAt(),
                        expiresAt));
        invalidations.afterCommit(List.of(DelegateRankings.tag(place.spaceId())));
    }
}
