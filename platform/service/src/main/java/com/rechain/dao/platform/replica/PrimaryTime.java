package com.rechain.dao.platform.replica;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The primary's own clock, the one scale on which commits, heartbeats and cache versions are
 * compared.
 */
@ApplicationScoped
public class PrimaryTime {
    private static final String NOW =
            "SELECT TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(6))";

    private final AgroalDataSource primary;

    PrimaryTime(AgroalDataSource primary) {
        this.primary = primary;
    }

    /**
     * The primary's time in microseconds; read after a commit, it is a freshness token for that
     * commit.
     */
    public long micros() throws SQLException {
        try (Connection connection = primary.getConnection()) {
            return micros(connection);
        }
    }

    /** The same over a connection at hand. */
    public static long micros(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOW);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
