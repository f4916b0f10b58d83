package com.rechain.dao.perf.diagnose;

import java.util.List;
import java.util.stream.Stream;

/**
 * A service that burns twice the CPU per request that it does when healthy, and half a millisecond
 * more at least: a cached answer costs it about 40 us, a write 300 us, so anything of that size is
 * new work. Work by the collector is not counted as the handler's.
 */
final class CpuRule implements Rule {
    private static final double TIMES = 2;
    private static final double LEAST_MICROS = 500;

    @Override
    public Stream<Finding> look(Sight sight) {
        return sight.run().between("", ".cpu_us").stream()
                .filter(service -> sight.grewFromHealthy(service + ".cpu_us", TIMES, LEAST_MICROS))
                .map(service ->
                        new Finding(
                                Cause.CPU_IN_HANDLER,
                                service,
                                sight.excess(service + ".cpu_us", TIMES, LEAST_MICROS),
                                List.of(
                                        sight.told(
                                                "CPU per request of " + service,
                                                service + ".cpu_us",
                                                " us"),
                                        sight.told("it used", service + ".cores", " cores"),
                                        sight.told(
                                                "collections took",
                                                service + ".gc",
                                                " of the time"),
                                        sight.told(
                                                "its answers took",
                                                service + ".served_ms",
                                                " ms"))));
    }
}
