package com.rechain.dao.user.session;

import com.rechain.dao.platform.cache.CacheRegistry;
import com.rechain.dao.platform.cache.CacheSpec;
import com.rechain.dao.platform.cache.Codec;
import com.rechain.dao.platform.cache.Invalidations;
import com.rechain.dao.platform.cache.Tags;
import com.rechain.dao.platform.cache.TieredCache;
import com.rechain.dao.platform.replica.PrimaryTime;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.user.database.Sql;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Answers quickly whether a session is still open: an access token outlives its session by minutes,
 * but not here. Cached in the process and in Redis; an end is told to all instances after its
 * commit.
 */
@Startup
@ApplicationScoped
public class OpenSessions {
    private static final byte[] OPEN = {1};
    private static final long MOST_BYTES = 32L << 20;
    private static final int WARMED = 500;
    private static final String IS_OPEN =
            "SELECT 1 FROM session WHERE id = ? AND revoked_at IS NULL AND idle_expires_at > UTC_TIMESTAMP(6)";

    private final TieredCache<UUID, byte[]> cache;
    private final Invalidations invalidations;
    private final ReplicaReads reads;
    private final AgroalDataSource primary;

    OpenSessions(
            CacheRegistry caches,
            Invalidations invalidations,
            ReplicaReads reads,
            AgroalDataSource primary) {
        this.invalidations = invalidations;
        this.reads = reads;
        this.primary = primary;
        cache =
                caches.create(
                        CacheSpec.<UUID, byte[]>named("sessions")
                                .keyedBy("a session's id", UUID::fromString)
                                .sharing("that it is open", Codec.BYTES)
                                .living(Duration.ofMinutes(1))
                                .absentFor(Duration.ofMinutes(10))
                                .upTo(MOST_BYTES)
                                .taggedBy(id -> List.of(tag(id)))
                                .loadedBy(this::load)
                                .warmed(WARMED)
                                .build());
    }

    /** Whether the session is open. */
    public boolean isOpen(UUID sessionId) {
        return cache.get(sessionId).isPresent();
    }

    /**
     * Makes all instances look again once the transaction at hand, which ends the session, has
     * committed.
     */
    void endedInThisTransaction(UUID sessionId) {
        invalidations.afterCommit(List.of(tag(sessionId)));
    }

    private static String tag(UUID sessionId) {
        return Tags.of("session", sessionId);
    }

    private Versioned<Optional<byte[]>> load(UUID sessionId, long required) {
        Versioned<Optional<byte[]>> found =
                reads.read(required, connection -> find(connection, sessionId));
        // A session may be younger than what the replica shows: only the primary may say that there
        // is none.
        return found.value().isPresent() ? found : confirm(sessionId);
    }

    private Versioned<Optional<byte[]>> confirm(UUID sessionId) {
        try (Connection connection = primary.getConnection()) {
            long now = PrimaryTime.micros(connection);
            return new Versioned<>(now, find(connection, sessionId));
        } catch (SQLException e) {
            throw new IllegalStateException("a session could not be looked up", e);
        }
    }

    private static Optional<byte[]> find(Connection connection, UUID sessionId)
            throws SQLException {
        return Sql.of(IS_OPEN).with(sessionId).first(connection, _ -> OPEN);
    }
}
