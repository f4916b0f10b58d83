package com.rechain.dao.perf.measure;

import java.util.function.Supplier;

/**
 * A stretch of load again and again until hardly anything is compiled any more: what the compilers
 * take at first says nothing of a service that runs for weeks.
 */
public final class WarmUp {
    private static final int MOST = 20;
    private static final double LITTLE = 0.05;

    private WarmUp() {}

    /** A stretch of load. */
    @FunctionalInterface
    public interface Stretch<X extends Exception> {
        void run() throws X;
    }

    /**
     * Runs {@code stretch} until less than 5 % of the processor time it took was the compilers',
     * twenty times at most.
     *
     * @param used what was used until now
     */
    public static <X extends Exception> void until(Supplier<Compiling> used, Stretch<X> stretch)
            throws X {
        for (int i = 0; i < MOST; i++) {
            Compiling before = used.get();
            stretch.run();
            if (used.get().shareSince(before) < LITTLE) {
                return;
            }
        }
    }
}
