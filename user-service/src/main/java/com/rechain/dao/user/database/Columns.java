package com.rechain.dao.user.database;

import com.rechain.dao.platform.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How ids and instants look in the database: {@code BINARY(16)} and UTC {@code DATETIME(6)}. */
public final class Columns {
    private Columns() {}

    public static UUID id(ResultSet row, String column) throws SQLException {
        return Ids.fromBytes(row.getBytes(column));
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    /** {@code instant} as a statement's parameter. */
    public static LocalDateTime value(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
