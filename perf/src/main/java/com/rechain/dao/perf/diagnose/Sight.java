package com.rechain.dao.perf.diagnose;

import java.util.Locale;

/** The figures of a run next to those of a healthy one. */
record Sight(Figures run, Figures healthy) {

    double now(String name) {
        return run.get(name);
    }

    double healthy(String name) {
        return healthy.get(name);
    }

    /**
     * Whether a figure is at least {@code times} the healthy one and {@code least} above it. Both:
     * a multiple of next to nothing is nothing, and a difference that is small next to the whole is
     * noise.
     */
    boolean grew(String name, double times, double least) {
        return now(name) >= times * healthy(name) && now(name) - healthy(name) >= least;
    }

    /** The same, but never where no healthy run tells what is usual. */
    boolean grewFromHealthy(String name, double times, double least) {
        return healthy.has(name) && grew(name, times, least);
    }

    /** How far beyond the threshold of {@link #grew} it is: 1 at the threshold. */
    double excess(String name, double times, double least) {
        double threshold = Math.max(times * healthy(name), healthy(name) + least);
        return now(name) / threshold;
    }

    /** A figure as a sentence, with the healthy one where that is known. */
    String told(String what, String name, String unit) {
        String now = what + ": " + number(now(name)) + unit;
        return healthy.has(name) ? now + " (healthy: " + number(healthy(name)) + unit + ")" : now;
    }

    static String number(double value) {
        String format = Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 1 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
