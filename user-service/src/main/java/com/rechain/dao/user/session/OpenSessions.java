package com.rechain.dao.user.session;

import com.rechain.dao.platform.cache.CacheRegistry;
import com.rechain.dao.platform.cache.CacheSpec;
import com.rechain.dao.platform.cache.TwoTierCache;
import com.rechain.dao.platform.replica.PrimaryTime;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.user.database.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Answers quickly whether a session is still open: an access token outlives its session by minutes,
 * but not here. Cached in the process and in Redis; an end is told to all instances after its
 * commit.
 */
@ApplicationScoped
public class OpenSessions {
    private static final Logger LOG = Logger.getLogger(OpenSessions.class);
    private static final byte[] OPEN = {1};
    private static final CacheSpec SPEC =
            new CacheSpec("sessions", Duration.ofMinutes(1), Duration.ofMinutes(10), 100_000);
    private static final String IS_OPEN =
            "SELECT 1 FROM session WHERE id = ? AND revoked_at IS NULL AND idle_expires_at > UTC_TIMESTAMP(6)";

    private final TwoTierCache cache;
    private final ReplicaReads reads;
    private final AgroalDataSource primary;
    private final TransactionSynchronizationRegistry transaction;

    OpenSessions(
            CacheRegistry caches,
            ReplicaReads reads,
            AgroalDataSource primary,
            TransactionSynchronizationRegistry transaction) {
        this.reads = reads;
        this.primary = primary;
        this.transaction = transaction;
        cache = caches.create(SPEC);
    }

    /** Whether the session is open. */
    public boolean isOpen(UUID sessionId) {
        return cache.get(sessionId.toString(), 0, required -> load(sessionId, required)).value()
                != null;
    }

    /**
     * Makes all instances look again once the transaction at hand, which ends the session, has
     * committed.
     */
    void endedInThisTransaction(UUID sessionId) {
        transaction.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {}

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            forget(sessionId);
                        }
                    }
                });
    }

    private void forget(UUID sessionId) {
        try (Connection connection = primary.getConnection()) {
            cache.invalidate(sessionId.toString(), PrimaryTime.micros(connection));
        } catch (SQLException e) {
            LOG.warnf("an ended session stays cached for up to %s: %s", SPEC.ttl(), e.getMessage());
        }
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
