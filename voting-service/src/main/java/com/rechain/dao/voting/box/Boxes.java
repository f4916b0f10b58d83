package com.rechain.dao.voting.box;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.voting.sql.Primary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds boxes by proposal. What it gives out is frozen, so any copy of it, however old, is right.
 */
@ApplicationScoped
public class Boxes {
    private final Cache<UUID, Box> cache =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterAccess(Duration.ofHours(1))
                    .build();
    private final ReplicaReads replica;
    private final Primary primary;

    Boxes(ReplicaReads replica, Primary primary) {
        this.replica = replica;
        this.primary = primary;
    }

    public Optional<Box> find(UUID proposalId) {
        Box cached = cache.getIfPresent(proposalId);
        if (cached != null) {
            return Optional.of(cached);
        }
        // A replica may not have it yet; a box that it has is the box.
        Optional<Box> found =
                replica.read(0, connection -> BoxRows.find(connection, proposalId)).value();
        if (found.isEmpty()) {
            found = primary.readElseReplica(connection -> BoxRows.find(connection, proposalId));
        }
        found.ifPresent(box -> cache.put(proposalId, box));
        return found;
    }

    /** The same from memory alone. Never blocks. */
    public Optional<Box> known(UUID proposalId) {
        return Optional.ofNullable(cache.getIfPresent(proposalId));
    }

    /** The changing part, from the primary; from a replica only while the primary is away. */
    public Optional<BoxRow> state(UUID proposalId) {
        return primary.readElseReplica(connection -> BoxRows.state(connection, proposalId));
    }

    /** Whether choices and scores of this box are hidden from everybody at the moment. */
    public boolean isSealed(Box box) {
        return box.hidesUntilClose()
                && !state(box.proposalId()).map(BoxRow::isUnsealed).orElse(false);
    }
}
