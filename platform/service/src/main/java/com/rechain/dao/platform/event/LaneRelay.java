package com.rechain.dao.platform.event;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Relays one part of the outbox' lanes, batch by batch. One instance of a service does so at a
 * time: the one whose transaction holds the part's lease row; the others find it locked and rest.
 */
final class LaneRelay implements Runnable {
    private static final Logger LOG = Logger.getLogger(LaneRelay.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final String LEASE =
            "SELECT id FROM outbox_lease WHERE id = ? FOR UPDATE SKIP LOCKED";

    private final int part;
    private final AgroalDataSource primary;
    private final EventSender sender;
    private final OutboxConfig config;
    private final RelayMetrics metrics;
    private final Semaphore work = new Semaphore(0);

    private volatile boolean stopping;
    private volatile double oldestAgeSeconds;

    /**
     * @param part which of the configured number of relays
     */
    LaneRelay(
            int part,
            AgroalDataSource primary,
            EventSender sender,
            OutboxConfig config,
            RelayMetrics metrics) {
        this.part = part;
        this.primary = primary;
        this.sender = sender;
        this.config = config;
        this.metrics = metrics;
    }

    void wake() {
        work.release();
    }

    void stop() {
        stopping = true;
        wake();
    }

    /**
     * How long the oldest event has waited that this relay has seen; 0 while another one relays.
     */
    double oldestAgeSeconds() {
        return oldestAgeSeconds;
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                if (relayBatch() < config.batchSize()) {
                    rest(config.pollEvery());
                }
            } catch (SQLException | EventSender.NotSent e) {
                LOG.warnf("events wait in the outbox: %s", e.getMessage());
                rest(PAUSE_AFTER_FAILURE);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.error("events wait in the outbox", e);
                rest(PAUSE_AFTER_FAILURE);
            }
        }
    }

    /**
     * Relays one batch, or nothing while another instance holds the lease; tells how many it was.
     */
    int relayBatch() throws SQLException, EventSender.NotSent, InterruptedException {
        try (Connection connection = primary.getConnection()) {
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                int count = holdsLease(connection) ? relayBatch(connection) : leaveToOther();
                connection.commit();
                committed = true;
                return count;
            } finally {
                // Given back with a transaction open, the pool would commit it.
                if (!committed) {
                    connection.rollback();
                }
            }
        }
    }

    private int relayBatch(Connection connection)
            throws SQLException, EventSender.NotSent, InterruptedException {
        List<OutboxRows.Waiting> batch =
                OutboxRows.oldest(connection, part, config.relays(), config.batchSize());
        oldestAgeSeconds = batch.isEmpty() ? 0 : ageSeconds(batch.getFirst().message());
        if (!batch.isEmpty()) {
            metrics.send(sender, batch.stream().map(OutboxRows.Waiting::message).toList());
            OutboxRows.delete(connection, batch);
            metrics.relayed(batch.size());
        }
        return batch.size();
    }

    /** Its age is now told by the other instance. */
    private int leaveToOther() {
        oldestAgeSeconds = 0;
        return 0;
    }

    private boolean holdsLease(Connection connection) throws SQLException {
        try (PreparedStatement lease = connection.prepareStatement(LEASE)) {
            lease.setInt(1, part);
            try (ResultSet row = lease.executeQuery()) {
                return row.next();
            }
        }
    }

    private static double ageSeconds(OutboxMessage message) {
        return Duration.between(message.occurredAt(), Instant.now()).toMillis() / 1e3;
    }

    private void rest(Duration atMost) {
        try {
            if (work.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException _) {
            stopping = true;
        }
    }
}
