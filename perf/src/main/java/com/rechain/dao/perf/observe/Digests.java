package com.rechain.dao.perf.observe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The statements that a server keeps count of. */
public final class Digests {
    private static final String DEAREST =
            """
            SELECT schema_name, LEFT(digest_text, 300), count_star, sum_timer_wait / 1e9, sum_lock_time / 1e9,
                   sum_rows_examined, sum_rows_sent, sum_no_index_used
            FROM performance_schema.events_statements_summary_by_digest
            WHERE schema_name IN ('users', 'proposals', 'voting') ORDER BY sum_timer_wait DESC LIMIT 20\
            """;

    private Digests() {}

    /**
     * Those that took longest in all since the server was started; none where it has no performance
     * schema.
     */
    public static List<Map<String, Object>> dearest(Connection server) {
        List<Map<String, Object>> dearest = new ArrayList<>();
        try (Statement statement = server.createStatement();
                ResultSet rows = statement.executeQuery(DEAREST)) {
            while (rows.next()) {
                dearest.add(
                        Map.of(
                                "schema", rows.getString(1),
                                "statement", rows.getString(2),
                                "count", rows.getLong(3),
                                "millis", rows.getDouble(4),
                                "lockMillis", rows.getDouble(5),
                                "rowsExamined", rows.getLong(6),
                                "rowsSent", rows.getLong(7),
                                "withoutIndex", rows.getLong(8)));
            }
        } catch (SQLException _) {
            return List.of();
        }
        return dearest;
    }
}
