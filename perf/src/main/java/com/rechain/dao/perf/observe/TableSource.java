package com.rechain.dao.perf.observe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows read of each table, and through which index: what is missing between the two was scanned.
 * MariaDB counts them once it is told to, MySQL in its performance schema.
 */
record TableSource(String name, Connection connection, List<String> statements) implements Source {
    private static final List<String> MARIADB =
            List.of(
                    """
                    SELECT CONCAT('table_rows_read{table=', table_schema, '.', table_name, '}'), rows_read
                    FROM information_schema.table_statistics WHERE table_schema IN ('users', 'proposals', 'voting')\
                    """,
                    """
                    SELECT CONCAT('index_rows_read{index=', table_schema, '.', table_name, '.', index_name, '}'), rows_read
                    FROM information_schema.index_statistics WHERE table_schema IN ('users', 'proposals', 'voting')\
                    """);
    private static final List<String> MYSQL =
            List.of(
                    """
                    SELECT CONCAT('table_rows_read{table=', object_schema, '.', object_name, '}'), count_fetch
                    FROM performance_schema.table_io_waits_summary_by_table
                    WHERE object_schema IN ('users', 'proposals', 'voting')\
                    """,
                    """
                    SELECT CONCAT('index_rows_read{index=', object_schema, '.', object_name, '.', index_name, '}'), count_fetch
                    FROM performance_schema.table_io_waits_summary_by_index_usage
                    WHERE object_schema IN ('users', 'proposals', 'voting') AND index_name IS NOT NULL\
                    """);

    /** Has the server count, where it has to be told. */
    static TableSource of(String name, Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductVersion().contains("MariaDB")) {
            return new TableSource(name, connection, MYSQL);
        }
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET GLOBAL userstat = 1");
        } catch (SQLException _) {
            // Who may only read sees what is counted already, which may be nothing.
        }
        return new TableSource(name, connection, MARIADB);
    }

    @Override
    public String section() {
        return "tables";
    }

    @Override
    public Map<String, Double> read() throws SQLException {
        Map<String, Double> figures = new HashMap<>();
        for (String statement : statements) {
            try (Statement sql = connection.createStatement();
                    ResultSet rows = sql.executeQuery(statement)) {
                while (rows.next()) {
                    figures.put(rows.getString(1), rows.getDouble(2));
                }
            }
        }
        return figures;
    }
}
