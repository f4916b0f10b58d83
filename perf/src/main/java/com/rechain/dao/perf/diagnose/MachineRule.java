package com.rechain.dao.perf.diagnose;

import com.rechain.dao.perf.model.ErlangC;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Processors that were busy for nine tenths of the time, the brief's critical value; and a disk
 * that was. Beyond that M/M/c has requests wait several times as long as they are worked on.
 */
final class MachineRule implements Rule {
    private static final double BUSY = 0.9;
    private static final double DIFFERENCE = 0.1;

    @Override
    public Stream<Finding> look(Sight sight) {
        return Stream.concat(processors(sight), disk(sight));
    }

    private static Stream<Finding> processors(Sight sight) {
        double busy = sight.now("host.cpu");
        // A healthy run that fills them too says that they are shared, not that anything changed.
        if (busy < BUSY || !sight.grew("host.cpu", 1, DIFFERENCE)) {
            return Stream.empty();
        }
        int processors = Math.max(1, (int) sight.now("host.processors"));
        double wait = new ErlangC(processors, Math.min(0.99, busy) * processors).meanWait();
        return Stream.of(
                new Finding(
                        Cause.MACHINE_FULL,
                        "machine",
                        busy / BUSY,
                        List.of(
                                sight.told("processors busy", "host.cpu", ""),
                                String.format(
                                        Locale.ROOT,
                                        "M/M/%d at that utilisation: work waits %.1f times as long"
                                                + " as it takes",
                                        processors,
                                        wait),
                                sight.told("requests a second", "requests", ""),
                                curve(sight))));
    }

    private static String curve(Sight sight) {
        return sight.run().has("curve.limit")
                ? "scalability law fitted to its seconds: at most %s/s, whatever the load"
                        .formatted(Sight.number(sight.now("curve.limit")))
                : "the rate did not vary enough to fit a scalability law";
    }

    private static Stream<Finding> disk(Sight sight) {
        if (!sight.grew("host.disk", 1.5, 0.2) || sight.now("host.disk") < BUSY) {
            return Stream.empty();
        }
        return Stream.of(
                new Finding(
                        Cause.DISK_BUSY,
                        "machine",
                        sight.now("host.disk") / BUSY,
                        List.of(
                                sight.told(
                                        "the busiest disk was busy for",
                                        "host.disk",
                                        " of the time"),
                                sight.told(
                                        "fsyncs a second of the primary", "primary.fsyncs", ""))));
    }
}
