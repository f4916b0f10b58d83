package com.rechain.dao.perf.bench.result;

import java.util.Locale;

/** Figures as people read them. */
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
}
