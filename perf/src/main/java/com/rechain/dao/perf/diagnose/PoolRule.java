package com.rechain.dao.perf.diagnose;

import com.rechain.dao.perf.model.ErlangC;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A pool whose connections were all in use while threads waited for one, 1 ms a time on average: as
 * long as the statement they wait to send takes. What M/M/c makes of the same load with one more
 * connection tells whether the pool is the limit or what is done with its connections.
 */
final class PoolRule implements Rule {
    private static final double TIMES = 3;
    private static final double LEAST_MILLIS = 1;

    @Override
    public Stream<Finding> look(Sight sight) {
        return sight.run().between("", ".pool_wait_ms").stream()
                .filter(pool -> sight.grew(pool + ".pool_wait_ms", TIMES, LEAST_MILLIS))
                .map(pool ->
                        new Finding(
                                Cause.POOL_TOO_SMALL,
                                pool,
                                sight.excess(pool + ".pool_wait_ms", TIMES, LEAST_MILLIS),
                                List.of(
                                        sight.told(
                                                "waited for a connection of " + pool,
                                                pool + ".pool_wait_ms",
                                                " ms"),
                                        sight.told(
                                                "most connections in use at once",
                                                pool + ".pool_size",
                                                ""),
                                        sight.told(
                                                "threads waiting at a time",
                                                pool + ".pool_awaiting",
                                                ""),
                                        queue(sight, pool))));
    }

    private static String queue(Sight sight, String pool) {
        int size = Math.max(1, (int) sight.now(pool + ".pool_size"));
        double load = Math.min(sight.now(pool + ".pool_active"), 0.99 * size);
        ErlangC now = new ErlangC(size, load);
        ErlangC larger = new ErlangC(2 * size, load);
        return String.format(
                Locale.ROOT,
                "M/M/c: %.2f busy of %d make %s of the requests wait; of %d, %s",
                load,
                size,
                Sight.percent(now.waits()),
                2 * size,
                Sight.percent(larger.waits()));
    }
}
