package com.rechain.dao.perf.seed;

import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Rows of one table on their way into it, as inserts of about half a mebibyte. Both databases parse
 * literals faster than a driver binds values, and neither has to be told to accept files.
 */
final class Rows implements AutoCloseable {
    private static final int FULL = 512 * 1024;
    private static final HexFormat HEX = HexFormat.of();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("''yyyy-MM-dd HH:mm:ss.SSSSSS''");

    private final Sink sink;
    private final String table;
    private final String head;
    private final StringBuilder sql = new StringBuilder(FULL + 16_384);
    private final List<Rows> parents = new ArrayList<>();
    private int rows;
    private boolean first = true;

    /** Where inserts go. */
    interface Sink {
        void insert(String table, CharSequence sql, int rows) throws SQLException;
    }

    Rows(Sink sink, String table, String columns) {
        this.sink = sink;
        this.table = table;
        head = "INSERT INTO " + table + " (" + columns + ") VALUES ";
        sql.append(head);
    }

    /** Makes sure that rows of {@code parent}, which these refer to, are there before these. */
    Rows after(Rows parent) {
        parents.add(parent);
        return this;
    }

    /** Begins a row; its values follow in the order of the columns. */
    Rows row() {
        sql.append(rows == 0 ? "(" : ",(");
        first = true;
        return this;
    }

    /** Ends the row. */
    void end() throws SQLException {
        sql.append(')');
        rows++;
        if (sql.length() >= FULL) {
            flush();
        }
    }

    Rows id(UUID id) {
        separate().append("x'");
        HEX.formatHex(sql, bytes(id.getMostSignificantBits()));
        HEX.formatHex(sql, bytes(id.getLeastSignificantBits()));
        sql.append('\'');
        return this;
    }

    Rows bytes(byte[] bytes) {
        separate().append("x'");
        HEX.formatHex(sql, bytes);
        sql.append('\'');
        return this;
    }

    /** Bytes that are hexadecimal digits already. */
    Rows hex(String digits) {
        separate().append("x'").append(digits).append('\'');
        return this;
    }

    Rows text(String text) {
        StringBuilder out = separate().append('\'');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '\\') {
                out.append(c);
            }
            out.append(c);
        }
        out.append('\'');
        return this;
    }

    Rows number(long number) {
        separate().append(number);
        return this;
    }

    Rows number(BigInteger number) {
        separate().append(number);
        return this;
    }

    Rows time(Instant time) {
        TIME.formatTo(LocalDateTime.ofInstant(time, ZoneOffset.UTC), separate());
        return this;
    }

    Rows nothing() {
        separate().append("NULL");
        return this;
    }

    /** Something that only the connection knows. */
    Rows variable(String name) {
        separate().append('@').append(name);
        return this;
    }

    void flush() throws SQLException {
        if (rows > 0) {
            for (Rows parent : parents) {
                parent.flush();
            }
            sink.insert(table, sql, rows);
            sql.setLength(head.length());
            rows = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        flush();
    }

    private StringBuilder separate() {
        if (!first) {
            sql.append(',');
        }
        first = false;
        return sql;
    }

    private static byte[] bytes(long bits) {
        byte[] bytes = new byte[Long.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (bits >>> (56 - 8 * i));
        }
        return bytes;
    }
}
