package com.rechain.dao.perf.diagnose;

import com.rechain.dao.perf.observe.Evidence;

/** What the instances of one service show, put together. */
record ServiceEvidence(Evidence evidence, String service) {
    private static final double THIRD = 1 / 3.0;

    /** By how much a counter grew at all instances. */
    double sum(String name, String... labels) {
        return evidence.sources(service).stream()
                .mapToDouble(instance -> evidence.delta(instance, name, labels))
                .sum();
    }

    /** By how much it grew at the instance where it grew most. */
    double highest(String name) {
        return evidence.sources(service).stream()
                .mapToDouble(instance -> evidence.delta(instance, name))
                .max()
                .orElse(0);
    }

    /**
     * By how much the floor of a gauge is higher in the last third than in the first, at the
     * instance where it rose most: what is left of a heap after collections, whatever it is in
     * between.
     */
    double rise(String name, String... labels) {
        Evidence begin = evidence.first(THIRD);
        Evidence end = evidence.last(THIRD);
        return evidence.sources(service).stream()
                .mapToDouble(instance ->
                        end.min(instance, name, labels) - begin.min(instance, name, labels))
                .max()
                .orElse(0);
    }

    /** The highest that a gauge ever was. */
    double peak(String name, String... labels) {
        return evidence.sources(service).stream()
                .mapToDouble(instance -> evidence.max(instance, name, labels))
                .max()
                .orElse(0);
    }

    /** What a gauge was on average. */
    double average(String name, String... labels) {
        return evidence.sources(service).stream()
                .mapToDouble(instance -> evidence.mean(instance, name, labels))
                .average()
                .orElse(0);
    }

    /** The mean of a timer or summary; 0 when nothing was timed. */
    double mean(String name, String... labels) {
        double count = sum(name + "_count", labels);
        return count == 0 ? 0 : sum(name + "_sum", labels) / count;
    }
}
