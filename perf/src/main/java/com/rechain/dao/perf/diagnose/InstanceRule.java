package com.rechain.dao.perf.diagnose;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An instance whose answers take three times as long as those of the quickest one of its service,
 * and 4 ms longer. All get the same mix of requests, so the instance is the difference.
 */
final class InstanceRule implements Rule {
    private static final double TIMES = 3;
    private static final double LEAST_MILLIS = 4;

    @Override
    public Stream<Finding> look(Sight sight) {
        return FigureSheet.SERVICES.stream().flatMap(service -> look(sight, service));
    }

    private static Stream<Finding> look(Sight sight, String service) {
        String prefix = service + ".instance.";
        List<String> instances =
                sight.run().between(prefix, ".served_ms").stream()
                        .filter(instance -> sight.now(prefix + instance + ".served_ms") > 0)
                        .sorted(
                                Comparator.comparingDouble(
                                        instance -> sight.now(prefix + instance + ".served_ms")))
                        .toList();
        if (instances.size() < 2) {
            return Stream.empty();
        }
        double quickest = sight.now(prefix + instances.getFirst() + ".served_ms");
        double slowest = sight.now(prefix + instances.getLast() + ".served_ms");
        if (slowest < TIMES * quickest || slowest - quickest < LEAST_MILLIS) {
            return Stream.empty();
        }
        return Stream.of(
                new Finding(
                        Cause.INSTANCE_SLOW,
                        instances.getLast(),
                        slowest / Math.max(TIMES * quickest, quickest + LEAST_MILLIS),
                        List.of(
                                sight.told(
                                        "answers of " + instances.getLast() + " took",
                                        prefix + instances.getLast() + ".served_ms",
                                        " ms"),
                                sight.told(
                                        "those of " + instances.getFirst(),
                                        prefix + instances.getFirst() + ".served_ms",
                                        " ms"))));
    }
}
