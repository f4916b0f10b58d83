package com.rechain.dao.perf.measure;

/**
 * A stretch of load again and again until it costs no less than the one before: code that is still
 * being compiled says nothing of a service that runs for weeks.
 */
public final class WarmUp {
    private static final int MOST = 8;
    private static final double STEADY = 0.95;

    private WarmUp() {}

    /** A stretch of load. */
    @FunctionalInterface
    public interface Stretch<X extends Exception> {
        /** Runs it; what it cost, in a unit that stays the same. */
        double cost() throws X;
    }

    /**
     * Runs {@code stretch} at least twice and at most eight times, and ends with the first that
     * costs more than 95 % of the one before.
     *
     * @return what the last one cost
     */
    public static <X extends Exception> double until(Stretch<X> stretch) throws X {
        double before = stretch.cost();
        for (int i = 1; i < MOST; i++) {
            double cost = stretch.cost();
            if (cost > STEADY * before) {
                return cost;
            }
            before = cost;
        }
        return before;
    }
}
