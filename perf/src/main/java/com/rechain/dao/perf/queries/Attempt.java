package com.rechain.dao.perf.queries;

import com.rechain.dao.perf.queries.Plan.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for a statement's plan and runs it, in a transaction that is rolled back. */
final class Attempt {
    private static final int LONGEST_SECONDS = 60;

    private final Connection connection;
    private final String explain;

    Attempt(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        // MariaDB has to be asked for partitions; MySQL tells them and no longer knows the word.
        explain =
                connection.getMetaData().getDatabaseProductVersion().contains("MariaDB")
                        ? "EXPLAIN PARTITIONS "
                        : "EXPLAIN FORMAT=TRADITIONAL ";
    }

    /**
     * What came of it.
     *
     * @param examined rows that the storage engine was asked for
     * @param found rows that were returned or changed
     */
    record Outcome(Plan plan, long examined, long found, double millis) {
        double perRow() {
            return (double) examined / Math.max(1, found);
        }
    }

    Outcome run(Recorded statement, List<@Nullable Object> values) throws SQLException {
        try {
            Plan plan = plan(statement, values);
            long before = examined();
            long asking = examined() - before;
            long start = examined();
            long started = System.nanoTime();
            long found = found(statement.sql(), values);
            double millis = (System.nanoTime() - started) / 1e6;
            return new Outcome(plan, Math.max(0, examined() - start - asking), found, millis);
        } finally {
            connection.rollback();
        }
    }

    private Plan plan(Recorded statement, List<@Nullable Object> values) throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(explain + statement.sql())) {
            bind(select, values);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    steps.add(
                            new Step(
                                    text(row, "table"),
                                    text(row, "type"),
                                    text(row, "key"),
                                    text(row, "partitions"),
                                    text(row, "Extra")));
                }
            }
        }
        return new Plan(steps, Placeholders.tables(statement.sql()));
    }

    private long found(String sql, List<@Nullable Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(LONGEST_SECONDS);
            bind(statement, values);
            if (!statement.execute()) {
                return statement.getUpdateCount();
            }
            long rows = 0;
            try (ResultSet row = statement.getResultSet()) {
                while (row.next()) {
                    rows++;
                }
            }
            return rows;
        }
    }

    private long examined() throws SQLException {
        long sum = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'")) {
            while (row.next()) {
                sum += row.getLong(2);
            }
        }
        return sum;
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> values)
            throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
