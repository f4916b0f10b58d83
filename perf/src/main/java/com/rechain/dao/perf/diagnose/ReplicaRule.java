package com.rechain.dao.perf.diagnose;

import java.util.List;
import java.util.stream.Stream;

/**
 * A replica that is more than two seconds behind on average: the point from which the services
 * leave it out and read from the primary.
 */
final class ReplicaRule implements Rule {
    private static final double SECONDS = 2;

    @Override
    public Stream<Finding> look(Sight sight) {
        return sight.run().between("", ".replica_lag_s").stream()
                .filter(service -> sight.now(service + ".replica_lag_s") >= SECONDS)
                .limit(1)
                .map(service ->
                        new Finding(
                                Cause.REPLICA_BEHIND,
                                "replica",
                                sight.now(service + ".replica_lag_s") / SECONDS,
                                List.of(
                                        sight.told(
                                                "the replica is behind, as "
                                                        + service
                                                        + " sees it, by",
                                                service + ".replica_lag_s",
                                                " s"),
                                        sight.told(
                                                "share of its reads that went to the primary",
                                                service + ".reads_at_primary",
                                                ""),
                                        sight.told(
                                                "the primary used", "primary.cores", " cores"))));
    }
}
