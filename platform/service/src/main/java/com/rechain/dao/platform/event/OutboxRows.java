package com.rechain.dao.platform.event;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.lane.Lane;
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
            INSERT INTO outbox (aggregate_id, lane, event_id, type, occurred_at, traceparent, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?)\
            """;
    private static final String OLDEST =
            """
            SELECT aggregate_id, sequence, lane, event_id, type, occurred_at, traceparent, payload
            FROM outbox%s ORDER BY sequence LIMIT ?\
            """;
    // The lanes name the shards; the events' own ids tell apart what two shards gave one sequence.
    private static final String DELETE =
            "DELETE FROM outbox WHERE lane IN (%1$s) AND sequence IN (%1$s) AND event_id IN (%1$s)";

    private OutboxRows() {}

    /** A row as the relay sees it. */
    record Waiting(long sequence, int lane, OutboxMessage message) {}

    /** Adds {@code messages} in the transaction of {@code connection}, in one round trip. */
    public static void insert(Connection connection, List<OutboxMessage> messages)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (OutboxMessage message : messages) {
                insert.setBytes(1, Ids.toBytes(message.aggregateId()));
                insert.setInt(2, Lane.of(message.aggregateId()));
                insert.setBytes(3, Ids.toBytes(message.eventId()));
                insert.setString(4, message.type());
                insert.setObject(5, LocalDateTime.ofInstant(message.occurredAt(), ZoneOffset.UTC));
                insert.setString(6, message.traceparent());
                insert.setString(7, message.payload());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The oldest events of one part of all lanes. */
    static List<Waiting> oldest(Connection connection, int part, int parts, int limit)
            throws SQLException {
        // Without a condition where there is but one part: the order's index is all it needs.
        String lanes = parts == 1 ? "" : " WHERE lane IN " + Lane.list(part, parts);
        List<Waiting> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OLDEST.formatted(lanes))) {
            select.setInt(1, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Waiting(row.getLong(2), row.getInt(3), message(row)));
                }
            }
        }
        return rows;
    }

    /** By one statement: the driver would send a batch of deletes as one statement for each. */
    static void delete(Connection connection, List<Waiting> relayed) throws SQLException {
        int count = relayed.size();
        String marks = String.join(", ", Collections.nCopies(count, "?"));
        try (PreparedStatement delete = connection.prepareStatement(DELETE.formatted(marks))) {
            int index = 1;
            for (Waiting row : relayed) {
                delete.setInt(index, row.lane());
                delete.setLong(index + count, row.sequence());
                delete.setBytes(index + 2 * count, Ids.toBytes(row.message().eventId()));
                index++;
            }
            delete.executeUpdate();
        }
    }

    private static OutboxMessage message(ResultSet row) throws SQLException {
        Instant occurredAt = row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return new OutboxMessage(
                Ids.fromBytes(row.getBytes(4)),
                row.getString(5),
                Ids.fromBytes(row.getBytes(1)),
                occurredAt,
                row.getString(7),
                row.getString(8));
    }
}
