package com.rechain.dao.voting.space;

import com.rechain.dao.platform.cache.CacheRegistry;
import com.rechain.dao.platform.cache.CacheSpec;
import com.rechain.dao.platform.cache.Codec;
import com.rechain.dao.platform.cache.Loader;
import com.rechain.dao.platform.cache.Tags;
import com.rechain.dao.platform.cache.TieredCache;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.voting.sql.Columns;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether a space is private. Fails closed: a space that nobody can tell about counts as private.
 */
@Startup
@ApplicationScoped
public class SpaceVisibility {
    private static final String PRIVATE = "PRIVATE";
    private static final String FIND = "SELECT visibility FROM space_visibility WHERE space_id = ?";
    private static final String SPACE = "space";
    // Short, for should an invalidation be lost, what is private would be shown for so long.
    private static final Duration TTL = Duration.ofSeconds(5);
    private static final long MOST_BYTES = 4_000_000;
    private static final int WARMED = 200;
    private static final Codec<Boolean> CODEC =
            new Codec<>(secret -> new byte[] {(byte) (secret ? 1 : 0)}, stored -> stored[0] != 0);

    private final TieredCache<UUID, Boolean> cache;
    private final ReplicaReads replica;
    private final UserServiceClient users;

    SpaceVisibility(CacheRegistry caches, ReplicaReads replica, UserServiceClient users) {
        this.replica = replica;
        this.users = users;
        cache =
                caches.create(
                        CacheSpec.<UUID, Boolean>named("space-visibility")
                                .keyedBy("a space's id", UUID::fromString)
                                .sharing("whether it is private", CODEC)
                                .living(TTL)
                                .upTo(MOST_BYTES)
                                .taggedBy(id -> List.of(tag(id)))
                                .purgingAtTheEdge(SPACE)
                                .loadedBy(this::load)
                                .warmed(WARMED)
                                .build());
    }

    /** The tag of what is shown of a space as long as one may look into it. */
    public static String tag(UUID spaceId) {
        return Tags.of(SPACE, spaceId);
    }

    public boolean isPrivate(UUID spaceId) {
        return cache.get(spaceId).orElse(true);
    }

    private Versioned<Optional<Boolean>> load(UUID spaceId, long required) {
        Versioned<Optional<String>> known =
                replica.read(required, connection -> find(connection, spaceId));
        // The event may still be on its way: then user-service itself is asked.
        Optional<String> visibility = known.value().or(() -> users.visibility(spaceId));
        return new Versioned<>(
                visibility.isPresent() ? known.version() : Loader.NOT_TO_BE_KEPT,
                visibility.map(PRIVATE::equals));
    }

    /** Whether memory alone tells that it is not private. Never blocks. */
    public boolean isKnownPublic(UUID spaceId) {
        return !cache.known(spaceId).orElse(true);
    }

    private static Optional<String> find(Connection connection, UUID spaceId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            Columns.set(select, 1, spaceId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
