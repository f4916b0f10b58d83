package com.rechain.dao.platform.retention;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
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

    private final AgroalDataSource primary;
    private final Clock clock;

    OldRows(AgroalDataSource primary, Clock clock) {
        this.primary = primary;
        this.clock = clock;
    }

    /**
     * Deletes until none is left.
     *
     * @param delete {@code DELETE … WHERE <time> < ? LIMIT ?}
     * @param kept how long a row may stay
     * @return how many rows went
     */
    public long delete(String delete, Duration kept) throws SQLException {
        LocalDateTime limit = LocalDateTime.ofInstant(clock.instant().minus(kept), ZoneOffset.UTC);
        long deleted = 0;
        int step;
        do {
            step = deleteStep(delete, limit);
            deleted += step;
        } while (step == STEP);
        return deleted;
    }

    private int deleteStep(String delete, LocalDateTime limit) throws SQLException {
        try (Connection connection = primary.getConnection();
                PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setObject(1, limit);
            statement.setInt(2, STEP);
            return statement.executeUpdate();
        }
    }
}
