package com.rechain.dao.perf.bench;

import java.nio.file.Path;
import java.util.Map;

/**
 * {@code ./dao bench votes|list|startup|tally}: measures one row, against its peers where it has
 * any, in one run and prints the tables.
 */
public final class Bench {
    private static final Map<String, Measured> ROWS =
            Map.of(
                    "votes", onPlatform(new VotesRow()),
                    "list", onPlatform(new ListRow()),
                    "startup", onPlatform(new StartupRow()),
                    "tally", _ -> new TallyRow().measure());
    private static final int NOT_UNDERSTOOD = 2;

    private Bench() {}

    /** Something that can be measured, in the repository at {@code root}. */
    private interface Measured {
        void measure(Path root) throws Exception;
    }

    /** Something that is measured on a running platform. */
    interface Row {
        void measure(BenchPlatform platform) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Measured row = arguments.length == 1 ? ROWS.get(arguments[0]) : null;
        if (row == null) {
            System.err.println(
                    "bench takes one of: "
                            + String.join(", ", ROWS.keySet().stream().sorted().toList()));
            System.exit(NOT_UNDERSTOOD);
            return;
        }
        row.measure(Path.of(System.getProperty("dao.root", "")).toAbsolutePath());
    }

    private static Measured onPlatform(Row row) {
        return root -> {
            System.out.println("Starting a platform of its own for the benchmark");
            try (BenchPlatform platform = BenchPlatform.start(root)) {
                row.measure(platform);
            }
        };
    }
}
