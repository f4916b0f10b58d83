package com.rechain.dao.perf.seed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading rows one after the other, however many there are. */
final class Sql {
    private Sql() {}

    /** Takes one row. */
    interface Reader {
        void row(ResultSet row) throws SQLException;
    }

    /** Reads all rows of a query whose parameters are ids, as they come from the server. */
    static void each(Connection connection, String sql, List<UUID> ids, Reader reader)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            // The driver's sign for "row by row".
            select.setFetchSize(Integer.MIN_VALUE);
            for (int i = 0; i < ids.size(); i++) {
                select.setBytes(i + 1, bytes(ids.get(i)));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.row(row);
                }
            }
        }
    }

    static void each(Connection connection, String sql, Reader reader) throws SQLException {
        each(connection, sql, List.of(), reader);
    }

    /** Takes a snapshot that all later reads of this connection are from. */
    static void snapshot(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
        }
    }

    /** {@code (?,?,…)} */
    static String list(int size) {
        return "(" + "?,".repeat(size - 1) + "?)";
    }

    static UUID id(ResultSet row, int column) throws SQLException {
        ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(column));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static BigInteger number(ResultSet row, int column) throws SQLException {
        BigDecimal number = row.getBigDecimal(column);
        return number == null ? BigInteger.ZERO : number.toBigIntegerExact();
    }

    static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
