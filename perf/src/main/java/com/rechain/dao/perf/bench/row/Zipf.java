package com.rechain.dao.perf.bench.row;

import java.util.Arrays;
import java.util.Random;

/**
 * Draws from a few popular things and many that hardly anybody asks for: the k-th most popular with
 * a probability in proportion to 1/k (Zipf's law with exponent 1). The same seed draws the same.
 */
final class Zipf {
    private final double[] upTo;
    private final Random random;

    Zipf(int things, long seed) {
        upTo = new double[things];
        double sum = 0;
        for (int k = 0; k < things; k++) {
            sum += 1.0 / (k + 1);
            upTo[k] = sum;
        }
        random = new Random(seed);
    }

    /** A thing's number, 0 being the most popular. */
    int next() {
        double drawn = random.nextDouble() * upTo[upTo.length - 1];
        int found = Arrays.binarySearch(upTo, drawn);
        return Math.min(upTo.length - 1, found < 0 ? -found - 1 : found + 1);
    }
}
