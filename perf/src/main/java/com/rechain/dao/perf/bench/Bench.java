package com.rechain.dao.perf.bench;

import java.nio.file.Path;
import java.util.Map;

/**
 * {@code ./dao bench votes|list|startup}: measures one row against its peers in one run and prints
 * the tables.
 */
public final class Bench {
    private static final Map<String, Row> ROWS =
            Map.of(
                    "votes", new VotesRow(),
                    "list", new ListRow(),
                    "startup", new StartupRow());
    private static final int NOT_UNDERSTOOD = 2;

    private Bench() {}

    /** Something that can be measured. */
    interface Row {
        void measure(BenchPlatform platform) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Row row = arguments.length == 1 ? ROWS.get(arguments[0]) : null;
        if (row == null) {
            System.err.println(
                    "bench takes one of: "
                            + String.join(", ", ROWS.keySet().stream().sorted().toList()));
            System.exit(NOT_UNDERSTOOD);
            return;
        }
        Path root = Path.of(System.getProperty("dao.root", "")).toAbsolutePath();
        System.out.println("Starting a platform of its own for the benchmark");
        try (BenchPlatform platform = BenchPlatform.start(root)) {
            row.measure(platform);
        }
    }
}
