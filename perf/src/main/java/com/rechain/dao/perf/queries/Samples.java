package com.rechain.dao.perf.queries;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is in a schema: how large its tables are, which indexes they have, and of each table one row
 * out of the largest group that its primary key leads with, which is where plans hurt most.
 */
final class Samples {
    private final Map<String, Long> sizes = new HashMap<>();
    private final Map<String, List<Index>> indexes = new HashMap<>();
    private final Map<String, Map<String, Object>> rows = new HashMap<>();
    private final Set<String> referring = new HashSet<>();

    /**
     * An index.
     *
     * @param distinct the server's estimate of how many values its first column has
     */
    record Index(String table, String name, boolean unique, List<String> columns, long distinct) {}

    Samples(Connection connection) throws SQLException {
        readIndexes(connection);
        readForeignKeys(connection);
        for (String table : indexes.keySet()) {
            long size = number(connection, "SELECT COUNT(*) FROM " + table);
            sizes.put(table, size);
            rows.put(table, size == 0 ? Map.of() : row(connection, table, size));
        }
    }

    Map<String, Long> sizes() {
        return sizes;
    }

    List<Index> indexes() {
        return indexes.values().stream().flatMap(List::stream).toList();
    }

    boolean has(String table, String column) {
        return rows.getOrDefault(table, Map.of()).containsKey(column);
    }

    @Nullable Object value(String table, String column) {
        return rows.getOrDefault(table, Map.of()).get(column);
    }

    /** Whether a foreign key needs the index. */
    boolean isForForeignKey(Index index) {
        return referring.contains(index.table() + "." + index.columns().getFirst());
    }

    /** Whether an index leads with the column, and finds few rows by it. */
    boolean isSelective(String table, String column) {
        return indexes.getOrDefault(table, List.of()).stream()
                .anyMatch(index ->
                        index.columns().getFirst().equals(column) && index.distinct() > 40);
    }

    private void readIndexes(Connection connection) throws SQLException {
        String sql =
                """
                SELECT table_name, index_name, non_unique, column_name, COALESCE(cardinality, 0) FROM information_schema.statistics
                WHERE table_schema = DATABASE() ORDER BY table_name, index_name, seq_in_index\
                """;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                add(row);
            }
        }
    }

    private void readForeignKeys(Connection connection) throws SQLException {
        String sql =
                """
                SELECT table_name, column_name FROM information_schema.key_column_usage
                WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL AND ordinal_position = 1\
                """;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                referring.add(row.getString(1) + "." + row.getString(2));
            }
        }
    }

    private void add(ResultSet row) throws SQLException {
        List<Index> ofTable = indexes.computeIfAbsent(row.getString(1), _ -> new ArrayList<>());
        String name = row.getString(2);
        if (ofTable.isEmpty() || !ofTable.getLast().name().equals(name)) {
            ofTable.add(
                    new Index(
                            row.getString(1),
                            name,
                            row.getInt(3) == 0,
                            new ArrayList<>(),
                            row.getLong(5)));
        }
        ofTable.getLast().columns().add(row.getString(4));
    }

    private Map<String, Object> row(Connection connection, String table, long size)
            throws SQLException {
        List<String> key =
                indexes.getOrDefault(table, List.of()).stream()
                        .filter(index -> index.name().equals("PRIMARY"))
                        .findFirst()
                        .map(Index::columns)
                        .orElse(List.of());
        if (key.size() < 2) {
            return first(
                    connection, "SELECT * FROM %s LIMIT 1 OFFSET %d".formatted(table, size / 2));
        }
        String most =
                "(SELECT %1$s FROM %2$s GROUP BY %1$s ORDER BY COUNT(*) DESC LIMIT 1)"
                        .formatted(key.getFirst(), table);
        return first(
                connection,
                "SELECT t.* FROM %2$s t JOIN %3$s largest ON largest.%1$s = t.%1$s LIMIT 1"
                        .formatted(key.getFirst(), table, most));
    }

    private static Map<String, Object> first(Connection connection, String sql)
            throws SQLException {
        Map<String, Object> values = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            ResultSetMetaData columns = row.getMetaData();
            if (row.next()) {
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    values.put(columns.getColumnName(i), row.getObject(i));
                }
            }
        }
        return values;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
