package com.rechain.dao.perf.observe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** The counters of a database server, by its own names; one that it does not know is left out. */
record DatabaseSource(String name, Connection connection) implements Source {
    private static final String STATUS =
            """
            SHOW GLOBAL STATUS WHERE Variable_name IN (
              'Threads_connected', 'Threads_running', 'Max_used_connections', 'Questions', 'Com_commit', 'Com_rollback', 'Slow_queries',
              'Innodb_row_lock_waits', 'Innodb_row_lock_time', 'Innodb_row_lock_current_waits', 'Innodb_data_fsyncs',
              'Innodb_os_log_fsyncs', 'Innodb_data_written', 'Innodb_buffer_pool_reads',
              'Innodb_buffer_pool_read_requests', 'Innodb_deadlocks', 'Select_scan', 'Select_full_join',
              'Sort_merge_passes', 'Handler_read_rnd_next', 'Rows_read', 'Rows_sent', 'Created_tmp_disk_tables')\
            """;

    @Override
    public String section() {
        return "";
    }

    @Override
    public Map<String, Double> read() throws SQLException {
        Map<String, Double> figures = new HashMap<>();
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(STATUS)) {
            while (rows.next()) {
                figures.put(rows.getString(1), Double.valueOf(rows.getString(2)));
            }
        }
        return figures;
    }
}
