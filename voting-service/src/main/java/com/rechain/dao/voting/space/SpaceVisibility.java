package com.rechain.dao.voting.space;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.voting.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether a space is private. Fails closed: a space that nobody can tell about counts as private.
 */
@ApplicationScoped
public class SpaceVisibility {
    private static final String PRIVATE = "PRIVATE";
    private static final String FIND = "SELECT visibility FROM space_visibility WHERE space_id = ?";

    private final Cache<UUID, Boolean> known =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofSeconds(2))
                    .build();
    private final ReplicaReads replica;
    private final UserServiceClient users;

    SpaceVisibility(ReplicaReads replica, UserServiceClient users) {
        this.replica = replica;
        this.users = users;
    }

    public boolean isPrivate(UUID spaceId) {
        Boolean cached = known.getIfPresent(spaceId);
        if (cached != null) {
            return cached;
        }
        // The event may still be on its way: then user-service itself is asked.
        Optional<String> visibility =
                replica.read(0, connection -> find(connection, spaceId))
                        .value()
                        .or(() -> users.visibility(spaceId));
        visibility.ifPresent(text -> known.put(spaceId, text.equals(PRIVATE)));
        return visibility.map(PRIVATE::equals).orElse(true);
    }

    /** Whether memory alone tells that it is not private. Never blocks. */
    public boolean isKnownPublic(UUID spaceId) {
        return Boolean.FALSE.equals(known.getIfPresent(spaceId));
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
