package com.rechain.dao.user.delegation;

import com.rechain.dao.tally.power.Occasion;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.delegation.DelegationExport.Edge;
import com.rechain.dao.user.delegation.ExportOutcome.Exported;
import com.rechain.dao.user.delegation.ExportOutcome.NotYet;
import com.rechain.dao.user.delegation.ExportOutcome.UnknownSpace;
import com.rechain.dao.user.space.SpaceKey;
import com.rechain.dao.user.space.SpaceService;
import com.rechain.dao.user.weight.WeightLedger;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Exports the delegations of an instant. The ledger is settled through that instant before anything
 * is read, as for the electorate, so that every repetition says the same.
 */
@ApplicationScoped
class DelegationExportService {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final SpaceService spaces;
    private final WeightLedger ledger;
    private final Primary primary;
    private final Clock clock;

    DelegationExportService(
            SpaceService spaces, WeightLedger ledger, Primary primary, Clock clock) {
        this.spaces = spaces;
        this.ledger = ledger;
        this.primary = primary;
        this.clock = clock;
    }

    /** The delegations of up to {@code limit} delegators after {@code after}. */
    ExportOutcome export(
            UUID spaceId, Instant at, Occasion occasion, @Nullable UUID after, int limit) {
        Instant now = clock.instant();
        if (!at.isBefore(now)) {
            return new NotYet(now);
        }
        if (spaces.find(new SpaceKey.ById(spaceId)).isEmpty()) {
            return new UnknownSpace();
        }
        ledger.settle(spaceId, at);
        return new Exported(page(spaceId, at, occasion, after == null ? BEFORE_ALL : after, limit));
    }

    private DelegationExport page(
            UUID spaceId, Instant at, Occasion occasion, UUID after, int limit) {
        List<UUID> delegators =
                primary.run(c -> DelegationRows.delegators(c, spaceId, after, limit));
        if (delegators.isEmpty()) {
            return new DelegationExport(at, List.of(), null);
        }
        UUID last = delegators.getLast();
        List<LiveDelegation> live =
                primary.run(c -> DelegationRows.between(c, spaceId, occasion, at, after, last));
        List<Edge> edges = live.stream().map(Edge::of).toList();
        return new DelegationExport(at, edges, delegators.size() < limit ? null : last);
    }
}
