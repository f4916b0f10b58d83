package com.rechain.dao.platform.event;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.retention.OldRows;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Remembers which events have been applied, in the transactions that applied them. */
@ApplicationScoped
public class Inbox {
    // Longer than Kafka keeps an event, so that a replay of a whole topic changes nothing either.
    private static final Duration KEPT = Duration.ofDays(14);
    // IGNORE is about the one key this row has; there is nothing else it could hide.
    private static final String INSERT =
            "INSERT IGNORE INTO inbox (aggregate_id, consumer, event_id, seen_at) VALUES (?, ?, ?, ?)";

    private final AgroalDataSource primary;
    private final OldRows oldRows;
    private final Clock clock;

    Inbox(AgroalDataSource primary, OldRows oldRows, Clock clock) {
        this.primary = primary;
        this.oldRows = oldRows;
        this.clock = clock;
    }

    /**
     * Whether {@code consumer} sees {@code event} for the first time; true only once, if the
     * transaction commits.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean firstSeen(String consumer, Event event) {
        try (Connection connection = primary.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setBytes(1, Ids.toBytes(event.aggregateId()));
            insert.setString(2, consumer);
            insert.setBytes(3, Ids.toBytes(event.id()));
            insert.setObject(4, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("inbox not written", e);
        }
    }

    @Scheduled(every = "1h", delayed = "10m")
    void purge() throws SQLException {
        oldRows.delete("inbox", "seen_at", KEPT);
    }
}
