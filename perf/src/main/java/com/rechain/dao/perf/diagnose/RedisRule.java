package com.rechain.dao.perf.diagnose;

import java.util.List;
import java.util.stream.Stream;

/**
 * Calls to Redis that take 2 ms and four times what they do when healthy, or fail in more than one
 * of twenty cases. On one machine a call takes a few tenths of a millisecond, across a zone one. Of
 * a service that makes few calls one slow one would be most of the mean.
 */
final class RedisRule implements Rule {
    private static final double TIMES = 4;
    private static final double LEAST_MILLIS = 2;
    private static final double LEAST_CALLS = 5;
    private static final double FAILED = 0.05;

    @Override
    public Stream<Finding> look(Sight sight) {
        return sight.run().between("", ".redis_ms").stream()
                .filter(service ->
                        isSlow(sight, service) || sight.grew(service + ".redis_failed", 2, FAILED))
                .map(service ->
                        new Finding(
                                Cause.REDIS_SLOW,
                                service,
                                Math.max(
                                        isSlow(sight, service)
                                                ? sight.excess(
                                                        service + ".redis_ms", TIMES, LEAST_MILLIS)
                                                : 0,
                                        sight.excess(service + ".redis_failed", 2, FAILED)),
                                List.of(
                                        sight.told(
                                                "a call to Redis from " + service + " took",
                                                service + ".redis_ms",
                                                " ms"),
                                        sight.told(
                                                "share of the calls that failed",
                                                service + ".redis_failed",
                                                ""),
                                        sight.told(
                                                "Redis worked for",
                                                "redis.busy",
                                                " of the time"))));
    }

    private static boolean isSlow(Sight sight, String service) {
        return sight.now(service + ".redis_calls") >= LEAST_CALLS
                && sight.grew(service + ".redis_ms", TIMES, LEAST_MILLIS);
    }
}
