package com.rechain.dao.platform.replica;

import com.rechain.dao.platform.time.DatabaseClock;
import com.rechain.dao.platform.time.Micros;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Beats on the primary and watches the beats arrive on the replica. A beat carries the primary's
 * time at its statement: a replica that shows it has applied everything that was committed before.
 * Every instance beats; one beat is as good as another. While the primary is away the lag is
 * measured against its last beat, so that reads can go on. Where the schema is sharded every shard
 * has a row or more: it beats on each by itself, and the one that is furthest behind counts.
 */
@ApplicationScoped
public class HeartbeatMonitor {
    private static final Logger LOG = Logger.getLogger(HeartbeatMonitor.class);
    private static final long LONGEST_CHECK_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String BEAT =
            "UPDATE /*vt+ MULTI_SHARD_AUTOCOMMIT=1 */ heartbeat"
                    + " SET beat_micros = TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(6))";
    private static final String READ = "SELECT MIN(beat_micros) FROM heartbeat";

    private final AgroalDataSource primary;
    private final AgroalDataSource replica;
    private final DatabaseClock clock;
    private final ReplicaConfig config;
    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(
                    2, Thread.ofPlatform().daemon().name("heartbeat-", 0).factory());

    private volatile long lastBeat;
    private volatile long checkedAt = System.nanoTime();
    private volatile ReplicaState state = ReplicaState.UNKNOWN;

    HeartbeatMonitor(
            AgroalDataSource primary,
            @DataSource("replica") AgroalDataSource replica,
            DatabaseClock clock,
            ReplicaConfig config,
            MeterRegistry metrics) {
        this.primary = primary;
        this.replica = replica;
        this.clock = clock;
        this.config = config;
        metrics.gauge("dao.replica.lag.seconds", this, monitor -> monitor.state.lagMicros() / 1e6);
        metrics.gauge(
                "dao.replica.reachable", this, monitor -> monitor.state().reachable() ? 1 : 0);
        metrics.gauge("dao.clock.offset.seconds", clock, own -> own.offsetMicros() / 1e6);
    }

    void start(@Observes StartupEvent event) {
        every(config.beatEvery(), this::beat);
        every(config.checkEvery(), this::check);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** What is known of the replica now. One that does not answer the question is not well. */
    public ReplicaState state() {
        ReplicaState known = state;
        boolean overdue = System.nanoTime() - checkedAt > LONGEST_CHECK_NANOS;
        return overdue ? known.unreachable() : known;
    }

    /** Leaves the replica out until the next check finds it well: a read has just failed on it. */
    public void reportFailure() {
        state = state.unreachable();
    }

    private void every(Duration pause, Runnable task) {
        timer.scheduleWithFixedDelay(
                () -> survive(task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A task that throws would never be run again. */
    private static void survive(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("the databases are not watched for a moment", e);
        }
    }

    private void beat() {
        try (Connection connection = primary.getConnection();
                PreparedStatement beat = connection.prepareStatement(BEAT)) {
            beat.executeUpdate();
            measureClock(connection);
            lastBeat = readBeat(connection);
        } catch (SQLException e) {
            LOG.debugf("no heartbeat on the primary: %s", e.getMessage());
        }
    }

    /** The primary read its clock somewhere within the round trip: half of that is the error. */
    private void measureClock(Connection connection) throws SQLException {
        // In this order: what holds this process up in between counts as error, not as time.
        long started = System.nanoTime();
        long before = Micros.of(Instant.now());
        long onPrimary = PrimaryTime.micros(connection);
        long error = (System.nanoTime() - started) / 2_000;
        clock.adjust(onPrimary - before - error, error);
    }

    private void check() {
        try (Connection connection = replica.getConnection()) {
            long applied = readBeat(connection);
            state = new ReplicaState(true, applied, Math.max(0, lastBeat - applied));
            checkedAt = System.nanoTime();
        } catch (SQLException e) {
            LOG.debugf("the replica does not answer: %s", e.getMessage());
            reportFailure();
        }
    }

    private static long readBeat(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
