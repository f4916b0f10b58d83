package com.rechain.dao.platform.event;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
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
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Moves the outbox to Kafka, at least once and in order. One instance of a service relays at a
 * time: the one whose transaction holds the lease row; the others find it locked and rest. A batch
 * is deleted only after the broker has acknowledged all of it, so a crash in between sends it again
 * and consumers drop what they have seen.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final String LEASE =
            "SELECT id FROM outbox_lease WHERE id = 1 FOR UPDATE SKIP LOCKED";

    private final AgroalDataSource primary;
    private final EventSender sender;
    private final OutboxConfig config;
    private final Counter relayed;
    private final Timer sending;
    private final Semaphore work = new Semaphore(0);

    private volatile boolean stopping;
    private volatile double oldestAgeSeconds;
    private @Nullable Thread thread;

    OutboxRelay(
            AgroalDataSource primary,
            EventSender sender,
            OutboxConfig config,
            MeterRegistry metrics) {
        this.primary = primary;
        this.sender = sender;
        this.config = config;
        relayed = metrics.counter("dao.outbox.relayed");
        sending = metrics.timer("dao.outbox.send");
        metrics.gauge("dao.outbox.oldest.age.seconds", this, relay -> relay.oldestAgeSeconds);
    }

    void start(@Observes StartupEvent event) {
        if (config.topic().isPresent()) {
            thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        if (thread != null) {
            thread.join(config.sendTimeout());
        }
    }

    /**
     * Says that there is something to relay. Cheap; called after every commit that appended an
     * event.
     */
    public void wake() {
        work.release();
    }

    private void run() {
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
        List<OutboxRows.Waiting> batch = OutboxRows.oldest(connection, config.batchSize());
        oldestAgeSeconds = batch.isEmpty() ? 0 : ageSeconds(batch.getFirst().message());
        if (!batch.isEmpty()) {
            Timer.Sample sample = Timer.start();
            sender.send(batch.stream().map(OutboxRows.Waiting::message).toList());
            sample.stop(sending);
            OutboxRows.delete(connection, batch);
            relayed.increment(batch.size());
        }
        return batch.size();
    }

    /** Its age is now told by the other instance. */
    private int leaveToOther() {
        oldestAgeSeconds = 0;
        return 0;
    }

    private static boolean holdsLease(Connection connection) throws SQLException {
        try (PreparedStatement lease = connection.prepareStatement(LEASE);
                ResultSet row = lease.executeQuery()) {
            return row.next();
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
