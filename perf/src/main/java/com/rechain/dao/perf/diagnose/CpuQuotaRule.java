package com.rechain.dao.perf.diagnose;

import java.util.List;
import java.util.stream.Stream;

/**
 * A control group that was held back for more than a twentieth of the time. With the kernel's
 * period of 100 ms that is a pause of tens of milliseconds several times a second, which every
 * percentile above the median shows.
 */
final class CpuQuotaRule implements Rule {
    private static final double SHARE = 0.05;

    @Override
    public Stream<Finding> look(Sight sight) {
        return sight.run().between("", ".throttled").stream()
                .filter(service -> sight.now(service + ".throttled") >= SHARE)
                .map(service ->
                        new Finding(
                                Cause.CPU_QUOTA,
                                service,
                                sight.now(service + ".throttled") / SHARE,
                                List.of(
                                        "%s was throttled by its quota for %s of the time"
                                                .formatted(
                                                        service,
                                                        Sight.percent(
                                                                sight.now(service + ".throttled"))),
                                        sight.told("it used", service + ".cores", " cores"),
                                        sight.told(
                                                "its answers took",
                                                service + ".served_ms",
                                                " ms"))));
    }
}
