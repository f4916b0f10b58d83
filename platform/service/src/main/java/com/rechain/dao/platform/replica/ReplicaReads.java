package com.rechain.dao.platform.replica;

import com.rechain.dao.platform.http.Unavailability;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Reads that may lag the primary, but never behind what their caller has already seen: each goes to
 * the replica where that shows everything up to the caller's freshness token, else to the primary.
 * With the primary away, a read without a token is served by the replica however old; one with a
 * token that the replica has not reached is refused.
 */
@ApplicationScoped
public class ReplicaReads {
    /** Fresher than any replica: what the primary alone can show. */
    public static final long NEWEST = Long.MAX_VALUE;

    private final AgroalDataSource primary;
    private final AgroalDataSource replica;
    private final HeartbeatMonitor monitor;
    private final Freshness freshness;
    private final MeterRegistry metrics;
    private final long maxLagMicros;

    ReplicaReads(
            AgroalDataSource primary,
            @DataSource("replica") AgroalDataSource replica,
            HeartbeatMonitor monitor,
            Freshness freshness,
            ReplicaConfig config,
            MeterRegistry metrics) {
        this.primary = primary;
        this.replica = replica;
        this.monitor = monitor;
        this.freshness = freshness;
        this.metrics = metrics;
        maxLagMicros = config.maxLag().toNanos() / 1_000;
    }

    /** Runs {@code query} at least as fresh as the request at hand demands. */
    public <T> T read(SqlFunction<Connection, T> query) {
        return read(freshness.required(), query).value();
    }

    /**
     * Runs {@code query} on a database that shows everything committed up to {@code required}.
     *
     * @return the result with the instant that it is known to be fresh up to
     * @throws ProblemException {@code unavailable} when no database that is fresh enough can be
     *     reached
     */
    public <T> Versioned<T> read(long required, SqlFunction<Connection, T> query) {
        ReplicaState state = monitor.state();
        if (state.serves(required, maxLagMicros)) {
            try {
                return onReplica(state, query);
            } catch (SQLException e) {
                rethrowUnlessAway(e);
                monitor.reportFailure();
            }
        }
        try {
            return onPrimary(query);
        } catch (SQLException e) {
            rethrowUnlessAway(e);
            return withoutPrimary(required, query, e);
        }
    }

    private <T> Versioned<T> onReplica(ReplicaState state, SqlFunction<Connection, T> query)
            throws SQLException {
        try (Connection connection = replica.getConnection()) {
            T value = query.apply(connection);
            count("replica");
            return new Versioned<>(state.beatMicros(), value);
        }
    }

    private <T> Versioned<T> onPrimary(SqlFunction<Connection, T> query) throws SQLException {
        try (Connection connection = primary.getConnection()) {
            long now = PrimaryTime.micros(connection);
            T value = query.apply(connection);
            count("primary");
            return new Versioned<>(now, value);
        }
    }

    private <T> Versioned<T> withoutPrimary(
            long required, SqlFunction<Connection, T> query, SQLException cause) {
        ReplicaState state = monitor.state();
        if (state.beatMicros() > required) {
            try {
                return onReplica(state, query);
            } catch (SQLException e) {
                rethrowUnlessAway(e);
                cause.addSuppressed(e);
            }
        }
        throw new ProblemException(
                PlatformProblem.UNAVAILABLE
                        .with("No database that is fresh enough can be reached.")
                        .retryAfter(Duration.ofSeconds(1)),
                cause);
    }

    private void count(String database) {
        metrics.counter("dao.reads", "database", database).increment();
    }

    private static void rethrowUnlessAway(SQLException e) {
        if (!Unavailability.isCauseOf(e)) {
            throw new IllegalStateException("a read failed", e);
        }
    }
}
