package com.rechain.dao.platform.retention;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Deletes rows past their time in small steps, each its own transaction, so that nobody waits long
 * for their locks and a replica does not fall behind.
 */
@ApplicationScoped
public class OldRows {
    private static final int STEP = 2_000;
    // A step ends at an instant, not after a number of rows: a sharded schema counts rows per
    // shard.
    private static final String END_OF_STEP =
            "SELECT %2$s FROM %1$s WHERE %2$s < ? ORDER BY %2$s LIMIT 1 OFFSET " + (STEP - 1);
    // The hint is Vitess's and a comment to everybody else: each shard commits its own rows.
    private static final String DELETE =
            "DELETE /*vt+ MULTI_SHARD_AUTOCOMMIT=1 */ FROM %1$s WHERE %2$s %3$s ?";

    private final AgroalDataSource primary;
    private final Clock clock;

    OldRows(AgroalDataSource primary, Clock clock) {
        this.primary = primary;
        this.clock = clock;
    }

    /**
     * Deletes until none is left.
     *
     * @param time the column, leading in an index, that tells a row's age
     * @param kept how long a row may stay
     * @return how many rows went
     */
    public long delete(String table, String time, Duration kept) throws SQLException {
        LocalDateTime limit = LocalDateTime.ofInstant(clock.instant().minus(kept), ZoneOffset.UTC);
        long deleted = 0;
        try (Connection connection = primary.getConnection();
                PreparedStatement end =
                        connection.prepareStatement(END_OF_STEP.formatted(table, time))) {
            end.setObject(1, limit);
            while (true) {
                try (ResultSet row = end.executeQuery()) {
                    if (!row.next()) {
                        return deleted + delete(connection, table, time, "<", limit);
                    }
                    LocalDateTime until = row.getObject(1, LocalDateTime.class);
                    deleted += delete(connection, table, time, "<=", until);
                }
            }
        }
    }

    private static int delete(
            Connection connection, String table, String time, String until, LocalDateTime instant)
            throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(DELETE.formatted(table, time, until))) {
            delete.setObject(1, instant);
            return delete.executeUpdate();
        }
    }
}
