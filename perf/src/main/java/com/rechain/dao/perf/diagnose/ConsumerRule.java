package com.rechain.dao.perf.diagnose;

import java.util.List;
import java.util.stream.Stream;

/** A consumer that is a thousand events behind and ten times as many as in a healthy run. */
final class ConsumerRule implements Rule {
    private static final double TIMES = 10;
    private static final double LEAST_EVENTS = 1_000;

    @Override
    public Stream<Finding> look(Sight sight) {
        return sight.run().between("", ".consumer_lag").stream()
                .filter(service -> sight.grew(service + ".consumer_lag", TIMES, LEAST_EVENTS))
                .map(service ->
                        new Finding(
                                Cause.CONSUMERS_BEHIND,
                                service,
                                sight.excess(service + ".consumer_lag", TIMES, LEAST_EVENTS),
                                List.of(
                                        sight.told(
                                                "most events that " + service + " is behind",
                                                service + ".consumer_lag",
                                                ""))));
    }
}
