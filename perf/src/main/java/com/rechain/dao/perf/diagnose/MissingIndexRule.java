package com.rechain.dao.perf.diagnose;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows that were read without an index: ten times what a healthy run scans, and a hundred for each
 * request, which no page of results needs. The table is named where the server counts by table.
 */
final class MissingIndexRule implements Rule {
    private static final double TIMES = 10;
    private static final double LEAST_ROWS = 100;

    @Override
    public Stream<Finding> look(Sight sight) {
        return Stream.of("primary", "replica")
                .filter(server -> sight.grew(server + ".scanned", TIMES, LEAST_ROWS))
                .map(server ->
                        new Finding(
                                Cause.MISSING_INDEX,
                                table(sight, server),
                                sight.excess(server + ".scanned", TIMES, LEAST_ROWS),
                                List.of(
                                        sight.told(
                                                "rows read without an index per request, at the "
                                                        + server,
                                                server + ".scanned",
                                                ""),
                                        sight.told(
                                                "rows read for each that was sent",
                                                server + ".read_per_sent",
                                                ""),
                                        sight.told(
                                                "the database used",
                                                server + ".cores",
                                                " cores"))));
    }

    private static String table(Sight sight, String server) {
        String scans = server + ".scan.";
        return sight.run().between(scans, "").stream()
                .max(
                        Comparator.comparingDouble(
                                table -> sight.now(scans + table) - sight.healthy(scans + table)))
                .orElse(server);
    }
}
