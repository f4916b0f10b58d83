package com.rechain.dao.perf.seed;

import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.perf.platform.Stores;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;

/** Sends inserts over one connection, each a transaction, and remembers a checksum of them all. */
final class Inserts implements Rows.Sink, AutoCloseable {
    private final Connection connection;
    private final Statement statement;
    private final AtomicLong total;
    private final CRC32C checksum = new CRC32C();

    private Inserts(Connection connection, Statement statement, AtomicLong total) {
        this.connection = connection;
        this.statement = statement;
        this.total = total;
    }

    /**
     * @param total where rows are counted
     */
    static Inserts into(Stores target, Schema schema, AtomicLong total) throws SQLException {
        Connection connection = target.primary(schema);
        Statement statement = connection.createStatement();
        // Braces in JSON are no escapes of JDBC.
        statement.setEscapeProcessing(false);
        return new Inserts(connection, statement, total);
    }

    /** Gives the connection a variable that rows can name; it is no part of the checksum. */
    void variable(String name, String value) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("SET @" + name + " = ?")) {
            set.setString(1, value);
            set.execute();
        }
    }

    @Override
    public void insert(String table, CharSequence sql, int rows) throws SQLException {
        String text = sql.toString();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        statement.executeUpdate(text);
        total.addAndGet(rows);
    }

    long checksum() {
        return checksum.getValue();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
