package com.rechain.dao.perf.diagnose;

import java.util.List;
import java.util.stream.Stream;

/**
 * A service that sends twice the statements per request that it does when healthy, and one more for
 * each request at least, though each is quick: rows are fetched one by one. Where its caches miss
 * more than before, that explains it better, and the diagnosis drops this.
 */
final class StatementsRule implements Rule {
    private static final double TIMES = 2;
    private static final double LEAST = 1;

    @Override
    public Stream<Finding> look(Sight sight) {
        return sight.run().between("", ".statements").stream()
                .filter(pool -> sight.grewFromHealthy(pool + ".statements", TIMES, LEAST))
                .map(pool ->
                        new Finding(
                                Cause.N_PLUS_ONE,
                                pool,
                                sight.excess(pool + ".statements", TIMES, LEAST),
                                List.of(
                                        sight.told(
                                                "statements per request of " + pool,
                                                pool + ".statements",
                                                ""),
                                        sight.told("each took", pool + ".query_ms", " ms"),
                                        sight.told(
                                                "connections in use", pool + ".pool_active", ""))));
    }
}
