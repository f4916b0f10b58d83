package com.rechain.dao.voting.box;

import com.rechain.dao.platform.cache.CacheRegistry;
import com.rechain.dao.platform.cache.CacheSpec;
import com.rechain.dao.platform.cache.Loader;
import com.rechain.dao.platform.cache.Tags;
import com.rechain.dao.platform.cache.TieredCache;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.voting.sql.Primary;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds boxes by proposal. What it gives out is frozen, so any copy of it, however old, is right.
 */
@Startup
@ApplicationScoped
public class Boxes {
    // Rules and choices, as objects.
    private static final int BYTES = 4_096;
    private static final long MOST_BYTES = 10_000 * BYTES;
    private static final int WARMED = 200;
    private static final long FROZEN = 1;

    private final TieredCache<UUID, Box> cache;
    private final ReplicaReads replica;
    private final Primary primary;

    Boxes(CacheRegistry caches, ReplicaReads replica, Primary primary) {
        this.replica = replica;
        this.primary = primary;
        cache =
                caches.create(
                        CacheSpec.<UUID, Box>named("boxes")
                                .keyedBy("a proposal's id", UUID::fromString)
                                .holding("the frozen part of its box", BYTES)
                                .living(Duration.ofHours(1))
                                .upTo(MOST_BYTES)
                                .taggedBy(id -> List.of(Tags.of("box", id)))
                                .loadedBy((id, _) -> load(id))
                                .warmed(WARMED)
                                .build());
    }

    public Optional<Box> find(UUID proposalId) {
        return cache.get(proposalId);
    }

    /** The same from memory alone. Never blocks. */
    public Optional<Box> known(UUID proposalId) {
        return cache.known(proposalId);
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

    private Versioned<Optional<Box>> load(UUID proposalId) {
        // A replica may not have it yet; a box that it has is the box.
        Optional<Box> found =
                replica.read(0, connection -> BoxRows.find(connection, proposalId)).value();
        if (found.isEmpty()) {
            found = primary.readElseReplica(connection -> BoxRows.find(connection, proposalId));
        }
        return new Versioned<>(found.isPresent() ? FROZEN : Loader.NOT_TO_BE_KEPT, found);
    }
}
