package com.rechain.dao.perf.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A plan, as {@code EXPLAIN} of either database tells it.
 *
 * @param tables the tables behind the names in the statement
 */
record Plan(List<Step> steps, Map<String, String> tables) {
    /** Of smaller tables a scan is the best plan. */
    static final long SMALL = 100;

    /** A list of proposals may meet a few parts of a table; nothing should look into all. */
    private static final int MANY = 8;

    Plan {
        steps = List.copyOf(steps);
        tables = Map.copyOf(tables);
    }

    /** One row of {@code EXPLAIN}; what it does not say is empty. */
    record Step(String table, String access, String key, String partitions, String extra) {}

    /**
     * What is wrong with it.
     *
     * @param sizes rows of each table
     * @param examined how many rows the statement has looked at
     */
    List<String> findings(Map<String, Long> sizes, long examined) {
        List<String> findings = new ArrayList<>();
        for (Step step : steps) {
            String table = tables.getOrDefault(step.table(), step.table());
            long rows = sizes.getOrDefault(table, 0L);
            boolean big = rows > SMALL;
            if (big && step.access().equalsIgnoreCase("ALL")) {
                findings.add("full scan of " + table);
            }
            if (big && step.access().equals("index") && examined * 2 > rows) {
                findings.add("full scan of index %s of %s".formatted(step.key(), table));
            }
            int parts = step.partitions().isEmpty() ? 1 : step.partitions().split(",", -1).length;
            if (parts > MANY) {
                findings.add("%d partitions of %s".formatted(parts, table));
            }
            if (step.extra().contains("filesort")) {
                findings.add("filesort at " + table);
            }
        }
        return findings;
    }

    /** The indexes that it takes, as {@code table.index}. */
    SortedSet<String> indexes() {
        SortedSet<String> indexes = new TreeSet<>();
        for (Step step : steps) {
            for (String key : step.key().split(",", -1)) {
                if (!key.isBlank()) {
                    indexes.add(
                            tables.getOrDefault(step.table(), step.table()) + "." + key.strip());
                }
            }
        }
        return indexes;
    }

    /** In one line: how each table is read. */
    String line() {
        List<String> parts = new ArrayList<>();
        for (Step step : steps) {
            String key = step.key().isEmpty() ? "" : " " + step.key();
            parts.add(step.table() + " " + step.access() + key);
        }
        return String.join(", ", parts);
    }
}
