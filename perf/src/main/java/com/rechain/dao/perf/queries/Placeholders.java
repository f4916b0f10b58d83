package com.rechain.dao.perf.queries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what a statement compares its parameters with, and which tables it names. */
final class Placeholders {
    private static final Pattern COMPARED =
            Pattern.compile("([\\w.`]+)\\s*(<=>|<=|>=|<>|=|<|>)\\s*$");
    private static final Pattern LISTED =
            Pattern.compile(
                    "([\\w.`]+)\\s+IN\\s*\\(\\s*(?:\\?\\s*,\\s*)*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEARCHED =
            Pattern.compile("AGAINST\\s*\\(\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TABLE =
            Pattern.compile(
                    "\\b(?:FROM|JOIN|UPDATE|INTO)\\s+(\\w+)(?:\\s+(?:AS\\s+)?(\\w+))?",
                    Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_ALIASES =
            Set.of(
                    "WHERE",
                    "SET",
                    "JOIN",
                    "LEFT",
                    "INNER",
                    "ON",
                    "ORDER",
                    "GROUP",
                    "LIMIT",
                    "FORCE",
                    "FOR",
                    "LOCK",
                    "USE",
                    "VALUES",
                    "SELECT",
                    "UNION",
                    "STRAIGHT_JOIN",
                    "RIGHT",
                    "CROSS");

    private Placeholders() {}

    /**
     * What a parameter is compared with.
     *
     * @param column perhaps with a table's name before it; empty when it is not a column
     */
    record Compared(String column, String operator) {
        /** The column without its table. */
        String name() {
            return column.substring(column.lastIndexOf('.') + 1);
        }

        /** The table's name before it, or empty. */
        String qualifier() {
            int dot = column.lastIndexOf('.');
            return dot < 0 ? "" : column.substring(0, dot);
        }
    }

    static List<Compared> of(String sql) {
        List<Compared> found = new ArrayList<>();
        boolean quoted = false;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == '?' && !quoted) {
                found.add(before(sql.substring(Math.max(0, i - 4_000), i)));
            }
        }
        return found;
    }

    private static Compared before(String text) {
        if (SEARCHED.matcher(text).find()) {
            return new Compared("", "AGAINST");
        }
        Matcher listed = LISTED.matcher(text);
        if (listed.find()) {
            return new Compared(listed.group(1).replace("`", ""), "IN");
        }
        Matcher compared = COMPARED.matcher(text);
        return compared.find()
                ? new Compared(compared.group(1).replace("`", ""), compared.group(2))
                : new Compared("", "");
    }

    /** The tables of a statement by the names that it uses for them. */
    static Map<String, String> tables(String sql) {
        Map<String, String> tables = new LinkedHashMap<>();
        Matcher table = TABLE.matcher(sql);
        while (table.find()) {
            String name = table.group(1);
            String alias = table.group(2);
            boolean aliased = alias != null && !NO_ALIASES.contains(alias.toUpperCase(Locale.ROOT));
            tables.put(aliased ? alias : name, name);
        }
        return tables;
    }
}
