package com.rechain.dao.perf.diagnose;

import java.util.List;
import java.util.stream.Stream;

/**
 * A heap whose floor, what is left after collections, is higher in the last third than in the
 * first, by 8 MB and by 2 KB for each request: caches that fill grow with their keys, a leak with
 * the requests.
 */
final class LeakRule implements Rule {
    private static final double TIMES = 3;
    private static final double LEAST_KILOBYTES = 8 * 1_024;
    private static final double LEAST_PER_REQUEST = 2;

    @Override
    public Stream<Finding> look(Sight sight) {
        return sight.run().between("", ".heap_growth_kb").stream()
                .filter(service -> sight.grew(service + ".heap_growth_kb", TIMES, LEAST_KILOBYTES))
                .filter(service ->
                        sight.now(service + ".heap_growth_kb_per_request") >= LEAST_PER_REQUEST)
                .map(service ->
                        new Finding(
                                Cause.MEMORY_LEAK,
                                service,
                                sight.excess(service + ".heap_growth_kb", TIMES, LEAST_KILOBYTES),
                                List.of(
                                        sight.told(
                                                "left after a collection, more than at the start,"
                                                        + " in "
                                                        + service,
                                                service + ".heap_growth_kb",
                                                " KB"),
                                        sight.told(
                                                "that is for each request",
                                                service + ".heap_growth_kb_per_request",
                                                " KB"))));
    }
}
