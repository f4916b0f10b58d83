package com.rechain.dao.perf.observe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The counters of a database server, by its own names. */
record DatabaseSource(String name, Connection connection) implements Source {
    private static final Set<String> WANTED =
            Set.of(
                    "Questions",
                    "Rows_sent",
                    "Rows_read",
                    "Handler_read_rnd_next",
                    "Innodb_row_lock_time",
                    "Innodb_row_lock_waits",
                    "Innodb_data_fsyncs",
                    "Threads_connected",
                    "Threads_running");

    @Override
    public String section() {
        return "";
    }

    @Override
    public Map<String, Double> read() throws SQLException {
        Map<String, Double> figures = new HashMap<>();
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("SHOW GLOBAL STATUS")) {
            while (rows.next()) {
                if (WANTED.contains(rows.getString(1))) {
                    figures.put(rows.getString(1), Double.valueOf(rows.getString(2)));
                }
            }
        }
        return figures;
    }
}
