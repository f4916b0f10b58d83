package com.rechain.dao.platform.event;

import com.rechain.dao.platform.id.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The outbox table's SQL. */
public final class OutboxRows {
    private static final String INSERT =
            """
            INSERT INTO outbox (aggregate_id, event_id, type, occurred_at, traceparent, payload)
            VALUES (?, ?, ?, ?, ?, ?)\
            """;
    private static final String OLDEST =
            """
            SELECT aggregate_id, sequence, event_id, type, occurred_at, traceparent, payload
            FROM outbox ORDER BY sequence LIMIT ?\
            """;
    private static final String DELETE = "DELETE FROM outbox WHERE sequence IN (%s)";

    private OutboxRows() {}

    /** A row as the relay sees it. */
    record Waiting(long sequence, OutboxMessage message) {}

    /** Adds {@code messages} in the transaction of {@code connection}, in one round trip. */
    public static void insert(Connection connection, List<OutboxMessage> messages)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (OutboxMessage message : messages) {
                insert.setBytes(1, Ids.toBytes(message.aggregateId()));
                insert.setBytes(2, Ids.toBytes(message.eventId()));
                insert.setString(3, message.type());
                insert.setObject(4, LocalDateTime.ofInstant(message.occurredAt(), ZoneOffset.UTC));
                insert.setString(5, message.traceparent());
                insert.setString(6, message.payload());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static List<Waiting> oldest(Connection connection, int limit) throws SQLException {
        List<Waiting> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OLDEST)) {
            select.setInt(1, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Waiting(row.getLong(2), message(row)));
                }
            }
        }
        return rows;
    }

    /** By one statement: the driver would send a batch of deletes as one statement for each. */
    static void delete(Connection connection, List<Waiting> relayed) throws SQLException {
        String sequences = String.join(", ", Collections.nCopies(relayed.size(), "?"));
        try (PreparedStatement delete = connection.prepareStatement(DELETE.formatted(sequences))) {
            int index = 1;
            for (Waiting row : relayed) {
                delete.setLong(index++, row.sequence());
            }
            delete.executeUpdate();
        }
    }

    private static OutboxMessage message(ResultSet row) throws SQLException {
        Instant occurredAt = row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return new OutboxMessage(
                Ids.fromBytes(row.getBytes(3)),
                row.getString(4),
                Ids.fromBytes(row.getBytes(1)),
                occurredAt,
                row.getString(6),
                row.getString(7));
    }
}
