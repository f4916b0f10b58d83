package com.rechain.dao.user.database;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.platform.replica.SqlFunction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One statement with its parameters, for the reads and writes that need no entity. */
public final class Sql {
    private final String text;
    private final List<@Nullable Object> parameters = new ArrayList<>();

    private Sql(String text) {
        this.text = text;
    }

    /** The statement {@code text}; one {@link #with} follows for each of its question marks. */
    public static Sql of(String text) {
        return new Sql(text);
    }

    /** Adds the next parameter. */
    public Sql with(@Nullable Object parameter) {
        parameters.add(parameter);
        return this;
    }

    /** All rows, in the database's order. */
    public <T> List<T> list(Connection connection, SqlFunction<ResultSet, T> form)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection);
                ResultSet row = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(form.apply(row));
            }
            return rows;
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(Connection connection, SqlFunction<ResultSet, T> form)
            throws SQLException {
        List<T> rows = list(connection, form);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    /** Runs a change and says how many rows it touched. */
    public int update(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            return statement.executeUpdate();
        }
    }

    /** {@code parameter} in the form the driver stores it in. */
    public static @Nullable Object value(@Nullable Object parameter) {
        return switch (parameter) {
            case UUID id -> Ids.toBytes(id);
            case Instant instant -> Columns.value(instant);
            case BigInteger number -> new BigDecimal(number);
            case Enum<?> constant -> constant.name();
            case null -> null;
            default -> parameter;
        };
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        try {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, value(parameters.get(i)));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
