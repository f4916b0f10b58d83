package com.rechain.dao.platform.idempotency;

import com.rechain.dao.platform.id.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The idempotency table's SQL, on a connection whose transaction the caller owns. */
public final class IdempotencyRows {
    private static final String CLAIM =
            """
            INSERT IGNORE INTO idempotency_key (scope_id, caller_id, request_key, request_hash, status, created_at)
            VALUES (?, ?, ?, ?, 0, ?)\
            """;
    private static final String FIND =
            """
            SELECT request_hash, status, location, body FROM idempotency_key
            WHERE scope_id = ? AND caller_id = ? AND request_key = ?\
            """;
    private static final String COMPLETE =
            """
            UPDATE idempotency_key SET status = ?, location = ?, body = ?
            WHERE scope_id = ? AND caller_id = ? AND request_key = ?\
            """;

    private IdempotencyRows() {}

    /** Whether this transaction is the first to use the key; waits for one that is using it now. */
    public static boolean claim(Connection connection, IdempotentRequest request, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(CLAIM)) {
            key(insert, 1, request);
            insert.setBytes(4, request.hash());
            insert.setObject(5, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    /** The answer stored under the key of {@code request}. */
    public static Optional<StoredAnswer> find(Connection connection, IdempotentRequest request)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            key(select, 1, request);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new StoredAnswer(
                                        row.getBytes(1),
                                        row.getInt(2),
                                        row.getString(3),
                                        row.getString(4)))
                        : Optional.empty();
            }
        }
    }

    /** Stores the answer under a key that this transaction has claimed. */
    public static void complete(
            Connection connection, IdempotentRequest request, StoredAnswer answer)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(COMPLETE)) {
            update.setInt(1, answer.status());
            update.setString(2, answer.location());
            update.setString(3, answer.body());
            key(update, 4, request);
            update.executeUpdate();
        }
    }

    private static void key(PreparedStatement statement, int first, IdempotentRequest request)
            throws SQLException {
        statement.setBytes(first, Ids.toBytes(request.scopeId()));
        statement.setBytes(first + 1, Ids.toBytes(request.callerId()));
        statement.setString(first + 2, request.key());
    }
}
