package com.rechain.dao.perf.bench.result;

import java.util.List;
import java.util.Locale;

/** Figures as people read them, and the middle of several. */
public final class Numbers {

    private Numbers() {}

    /** With three digits that say something, or all of those before the point. */
    public static String text(double figure) {
        double size = Math.abs(figure);
        if (size >= 100 || figure == Math.rint(figure)) {
            return String.format(Locale.ROOT, "%,d", Math.round(figure));
        }
        return String.format(
                Locale.ROOT, size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", figure);
    }

    /** The middle one; of an even number, the mean of the two in the middle. */
    public static double median(List<Double> figures) {
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
