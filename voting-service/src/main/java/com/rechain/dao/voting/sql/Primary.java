package com.rechain.dao.voting.sql;

import com.rechain.dao.platform.http.Unavailability;
import com.rechain.dao.platform.replica.Freshness;
import com.rechain.dao.platform.replica.PrimaryTime;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.SqlFunction;
import com.rechain.dao.platform.replica.Versioned;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Plain JDBC on the primary database. */
@ApplicationScoped
public class Primary {
    private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();

    private final AgroalDataSource primary;
    private final ReplicaReads replica;
    private final Freshness freshness;
    private final AtomicLong awayUntil = new AtomicLong(System.nanoTime());

    Primary(AgroalDataSource primary, ReplicaReads replica, Freshness freshness) {
        this.primary = primary;
        this.replica = replica;
        this.freshness = freshness;
    }

    /**
     * Runs {@code work} in the transaction at hand, or as single statements where there is none.
     */
    public <T> T call(SqlFunction<Connection, T> work) {
        try (Connection connection = primary.getConnection()) {
            return work.apply(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the primary refused a statement", e);
        }
    }

    /** Runs {@code work} in a transaction of its own. */
    public <T> T transact(SqlFunction<Connection, T> work) {
        return QuarkusTransaction.requiringNew().call(() -> call(work));
    }

    /**
     * Reads from the primary; while that is away, from the replica as far as the request's
     * freshness allows.
     */
    public <T> T readElseReplica(SqlFunction<Connection, T> query) {
        return readElseReplica(
                        freshness.required(),
                        connection -> new Versioned<>(0, query.apply(connection)),
                        query)
                .value();
    }

    /**
     * The same with the instant up to which the result shows every commit, at least {@code
     * required}.
     */
    public <T> Versioned<T> readElseReplica(long required, SqlFunction<Connection, T> query) {
        return readElseReplica(
                required,
                connection ->
                        new Versioned<>(PrimaryTime.micros(connection), query.apply(connection)),
                query);
    }

    /** A primary that hangs costs one time-out every now and then, not one per read. */
    private <T> Versioned<T> readElseReplica(
            long required,
            SqlFunction<Connection, Versioned<T>> onPrimary,
            SqlFunction<Connection, T> onReplica) {
        if (System.nanoTime() - awayUntil.get() >= 0) {
            try {
                return call(onPrimary);
            } catch (IllegalStateException e) {
                if (!Unavailability.isCauseOf(e)) {
                    throw e;
                }
                awayUntil.set(System.nanoTime() + PAUSE_NANOS);
            }
        }
        return replica.read(required, onReplica);
    }
}
