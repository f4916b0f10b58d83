package com.rechain.dao.test.statement;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements as text: alone, on one line, and as what several of them have in common. */
final class StatementText {
    private StatementText() {}

    /** The driver sends a batch of updates as one text of many statements. */
    static String first(@Nullable String sql) {
        if (sql == null) {
            return "";
        }
        for (int i = 0; i < sql.length(); i++) {
            if (sql.charAt(i) == ';') {
                return sql.substring(0, i);
            }
            i = isQuote(sql, i) ? endOfText(sql, i) : i;
        }
        return sql;
    }

    /** Line ends and tabs within texts are escaped, the others were only layout. */
    static String line(String sql) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < sql.length(); i++) {
            if (isQuote(sql, i)) {
                int end = endOfText(sql, i);
                line.append(sql.substring(i, end + 1).replace("\n", "\\n").replace("\r", "\\r"));
                i = end;
            } else if (!Character.isWhitespace(sql.charAt(i))) {
                line.append(sql.charAt(i));
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().strip();
    }

    /**
     * The same for statements that differ only in values, and in how many rows or keys they name.
     */
    static String shape(String sql) {
        String shape = withoutValues(line(sql)).replace(",?", ", ?").replace("),(", "), (");
        shape = collapse(collapse(shape, "?, ?", "?"), "(?), (?)", "(?)");
        return Arrays.stream(shape.split(" OR ")).distinct().collect(Collectors.joining(" OR "));
    }

    private static String withoutValues(String sql) {
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            boolean inWord = i > 0 && Character.isJavaIdentifierPart(sql.charAt(i - 1));
            if (isQuote(sql, i) || Character.isDigit(c) && !inWord) {
                i = isQuote(sql, i) ? endOfText(sql, i) : endOfNumber(sql, i);
                shape.append('?');
            } else if (c != 'x' || !isQuote(sql, i + 1)) {
                shape.append(c);
            }
        }
        return shape.toString();
    }

    private static String collapse(String text, String two, String one) {
        String shorter = text;
        while (shorter.contains(two)) {
            shorter = shorter.replace(two, one);
        }
        return shorter;
    }

    private static boolean isQuote(String sql, int at) {
        return at < sql.length() && sql.charAt(at) == '\'';
    }

    /** The quote that ends the text which the one at {@code start} begins; two are one within. */
    private static int endOfText(String sql, int start) {
        int end = start + 1;
        while (end < sql.length() - 1 && (!isQuote(sql, end) || isQuote(sql, end + 1))) {
            end += sql.charAt(end) == '\\' || isQuote(sql, end) ? 2 : 1;
        }
        return Math.min(end, sql.length() - 1);
    }

    private static int endOfNumber(String sql, int start) {
        int end = start;
        while (end + 1 < sql.length() && "0123456789.".indexOf(sql.charAt(end + 1)) >= 0) {
            end++;
        }
        return end;
    }
}
