package com.rechain.dao.perf.model;

import java.util.List;

/** The middle of several figures: one odd round does not become the rule. */
public final class Median {
    private Median() {}

    /** The middle one; of an even number, the mean of the two in the middle. */
    public static double of(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("no figures have no median");
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
