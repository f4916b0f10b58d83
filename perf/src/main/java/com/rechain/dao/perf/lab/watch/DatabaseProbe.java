package com.rechain.dao.perf.lab.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.perf.platform.Platform;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The primary's own counters, how many events wait in the outboxes, and its dearest statements. */
final class DatabaseProbe implements Probe, AutoCloseable {
    private static final String STATUS =
            """
            SHOW GLOBAL STATUS WHERE Variable_name IN (
              'Threads_connected', 'Threads_running', 'Max_used_connections', 'Questions', 'Com_commit', 'Com_rollback', 'Slow_queries',
              'Innodb_row_lock_waits', 'Innodb_row_lock_time', 'Innodb_row_lock_current_waits', 'Innodb_data_fsyncs',
              'Innodb_os_log_fsyncs', 'Innodb_data_written', 'Innodb_buffer_pool_reads',
              'Innodb_buffer_pool_read_requests', 'Innodb_deadlocks', 'Select_scan', 'Select_full_join',
              'Sort_merge_passes', 'Handler_read_rnd_next', 'Rows_read', 'Rows_sent', 'Created_tmp_disk_tables')\
            """;
    private static final String[] SCHEMAS = {"users", "proposals", "voting"};
    private static final String DIGESTS =
            """
            SELECT schema_name, LEFT(digest_text, 300), count_star, sum_timer_wait / 1e9, sum_lock_time / 1e9,
                   sum_rows_examined, sum_rows_sent, sum_no_index_used
            FROM performance_schema.events_statements_summary_by_digest
            WHERE schema_name IN ('users', 'proposals', 'voting') ORDER BY sum_timer_wait DESC LIMIT 20\
            """;

    private final Connection primary;

    DatabaseProbe(Platform platform) throws SQLException {
        primary = platform.primary();
    }

    @Override
    public void into(ObjectNode second) throws SQLException {
        try (Statement statement = primary.createStatement()) {
            ObjectNode database = second.putObject("database");
            try (ResultSet rows = statement.executeQuery(STATUS)) {
                while (rows.next()) {
                    database.put(rows.getString(1), rows.getLong(2));
                }
            }
            ObjectNode outbox = second.putObject("outbox");
            for (String schema : SCHEMAS) {
                outbox.put(schema, count(statement, schema));
            }
        }
    }

    /**
     * The statements that took longest in all since the server was started; none when it does not
     * know.
     */
    List<Map<String, Object>> digests() {
        List<Map<String, Object>> dearest = new ArrayList<>();
        try (Statement statement = primary.createStatement();
                ResultSet rows = statement.executeQuery(DIGESTS)) {
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
            // No performance schema in this server.
        }
        return dearest;
    }

    @Override
    public void close() throws SQLException {
        primary.close();
    }

    private static long count(Statement statement, String schema) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("SELECT COUNT(*) FROM " + schema + ".outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
