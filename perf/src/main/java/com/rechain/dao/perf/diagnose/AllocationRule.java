package com.rechain.dao.perf.diagnose;

import java.util.List;
import java.util.stream.Stream;

/**
 * A service that allocates four times what it does when healthy, and 256 KB more for each request:
 * beyond the largest answer there is, so it is not the data.
 */
final class AllocationRule implements Rule {
    private static final double TIMES = 4;
    private static final double LEAST_KILOBYTES = 256;

    @Override
    public Stream<Finding> look(Sight sight) {
        return sight.run().between("", ".alloc_kb").stream()
                .filter(service ->
                        sight.grewFromHealthy(service + ".alloc_kb", TIMES, LEAST_KILOBYTES))
                .map(service ->
                        new Finding(
                                Cause.ALLOCATION_STORM,
                                service,
                                sight.excess(service + ".alloc_kb", TIMES, LEAST_KILOBYTES),
                                List.of(
                                        sight.told(
                                                "allocated per request of " + service,
                                                service + ".alloc_kb",
                                                " KB"),
                                        sight.told(
                                                "collections took",
                                                service + ".gc",
                                                " of the time"),
                                        sight.told(
                                                "CPU per request", service + ".cpu_us", " us"))));
    }
}
