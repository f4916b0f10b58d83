package com.rechain.dao.perf.diagnose;

import java.util.List;
import java.util.stream.Stream;

/**
 * Transactions that wait for each other's rows for 50 ms of every second in all, five times what a
 * healthy run does. A batch commits in a few milliseconds, so waits that long are not commits.
 */
final class RowLockRule implements Rule {
    private static final double TIMES = 5;
    private static final double LEAST_MILLIS = 50;

    @Override
    public Stream<Finding> look(Sight sight) {
        return Stream.of("primary.lock_ms_per_s")
                .filter(figure -> sight.grew(figure, TIMES, LEAST_MILLIS))
                .map(figure ->
                        new Finding(
                                Cause.ROW_LOCK_HOTSPOT,
                                "primary",
                                sight.excess(figure, TIMES, LEAST_MILLIS),
                                List.of(
                                        sight.told(
                                                "waited for row locks in every second",
                                                figure,
                                                " ms"),
                                        sight.told(
                                                "waits for a row lock a second",
                                                "primary.lock_waits",
                                                ""),
                                        sight.told(
                                                "a ballot's answer took",
                                                "voting-service.served_ms",
                                                " ms"))));
    }
}
