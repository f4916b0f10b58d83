package com.rechain.dao.perf.observe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows read of each table, and through which index: what is missing between the two was scanned.
 * MariaDB keeps these counts once it is told to; other servers show nothing here.
 */
record TableSource(String name, Connection connection) implements Source {
    private static final String SCHEMAS = " WHERE table_schema IN ('users', 'proposals', 'voting')";
    private static final String TABLES =
            "SELECT CONCAT('table_rows_read{table=', table_schema, '.', table_name, '}'), rows_read"
                    + " FROM information_schema.table_statistics"
                    + SCHEMAS;
    private static final String INDEXES =
            "SELECT CONCAT('index_rows_read{index=', table_schema, '.', table_name, '.',"
                    + " index_name, '}'), rows_read FROM information_schema.index_statistics"
                    + SCHEMAS;

    /** Has the server count, where it can. */
    static TableSource of(String name, Connection connection) {
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET GLOBAL userstat = 1");
        } catch (SQLException _) {
            // Not MariaDB: every look will fail, and the section stay empty.
        }
        return new TableSource(name, connection);
    }

    @Override
    public String section() {
        return "tables";
    }

    @Override
    public Map<String, Double> read() throws SQLException {
        Map<String, Double> figures = new HashMap<>();
        for (String statement : new String[] {TABLES, INDEXES}) {
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
