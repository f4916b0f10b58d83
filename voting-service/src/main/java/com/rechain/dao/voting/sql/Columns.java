package com.rechain.dao.voting.sql;

import com.rechain.dao.platform.id.Ids;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How ids, instants and weights stand in columns: BINARY(16), DATETIME(6) in UTC, DECIMAL without a
 * fraction.
 */
public final class Columns {
    private Columns() {}

    public static void set(PreparedStatement statement, int index, UUID id) throws SQLException {
        statement.setBytes(index, Ids.toBytes(id));
    }

    public static void set(PreparedStatement statement, int index, Instant instant)
            throws SQLException {
        statement.setObject(
                index, LocalDateTime.ofInstant(instant, ZoneOffset.UTC), Types.TIMESTAMP);
    }

    public static void set(PreparedStatement statement, int index, BigInteger number)
            throws SQLException {
        statement.setString(index, number.toString());
    }

    public static UUID uuid(ResultSet row, int index) throws SQLException {
        return Ids.fromBytes(row.getBytes(index));
    }

    public static @Nullable UUID uuidOrNull(ResultSet row, int index) throws SQLException {
        byte[] bytes = row.getBytes(index);
        return bytes == null ? null : Ids.fromBytes(bytes);
    }

    public static Instant instant(ResultSet row, int index) throws SQLException {
        return row.getObject(index, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    public static @Nullable Instant instantOrNull(ResultSet row, int index) throws SQLException {
        LocalDateTime time = row.getObject(index, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    public static BigInteger number(ResultSet row, int index) throws SQLException {
        return row.getBigDecimal(index).toBigIntegerExact();
    }

    /** {@code (?, ?, …)} for an IN list. */
    public static String list(int size) {
        return "(" + "?, ".repeat(size - 1) + "?)";
    }

    /** The ids in the first column of everything a query finds. */
    public static List<UUID> ids(PreparedStatement select) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(uuid(row, 1));
            }
        }
        return ids;
    }
}
