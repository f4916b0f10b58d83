package com.rechain.dao.perf.seed;

/** Chance that is always the same: a number for any question, by SplitMix64 over the seed. */
record Chance(long seed) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** 64 bits for the question that {@code a} and {@code b} name. */
    long bits(long a, long b) {
        return mixed(mixed(mixed(seed + GOLDEN) ^ a * GOLDEN) ^ b * 0xD1B54A32D192ED03L);
    }

    /** A number in [0, {@code bound}). */
    int below(int bound, long a, long b) {
        return (int) Long.remainderUnsigned(bits(a, b), bound);
    }

    private static long mixed(long start) {
        long z = start + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
