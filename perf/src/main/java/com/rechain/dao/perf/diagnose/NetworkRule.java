package com.rechain.dao.perf.diagnose;

import java.util.List;
import java.util.stream.Stream;

/**
 * The gateway waits for a service 3 ms longer than the service takes, and three times as long as
 * when healthy: the time is lost between them. Processors that are all busy do the same, so the
 * diagnosis drops this where something else keeps them so.
 */
final class NetworkRule implements Rule {
    private static final double TIMES = 3;
    private static final double LEAST_MILLIS = 3;

    @Override
    public Stream<Finding> look(Sight sight) {
        return sight.run().between("", ".hop_ms").stream()
                .filter(service -> sight.grewFromHealthy(service + ".hop_ms", TIMES, LEAST_MILLIS))
                .map(service ->
                        new Finding(
                                Cause.NETWORK_DELAY,
                                "gateway to " + service,
                                sight.excess(service + ".hop_ms", TIMES, LEAST_MILLIS),
                                List.of(
                                        sight.told(
                                                "the gateway waited beyond what "
                                                        + service
                                                        + " took",
                                                service + ".hop_ms",
                                                " ms"),
                                        sight.told(
                                                "the service itself took",
                                                service + ".served_ms",
                                                " ms"),
                                        sight.told("processors busy", "host.cpu", ""))));
    }
}
