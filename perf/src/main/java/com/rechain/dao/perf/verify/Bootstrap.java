package com.rechain.dao.perf.verify;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Intervals for the ratio of paired runs, by resampling the pairs. B. Efron, "Bootstrap methods:
 * another look at the jackknife", Annals of Statistics 7 (1979); the studentised form is the
 * bootstrap-t of Efron and Tibshirani, An Introduction to the Bootstrap (1993), 12.5: with a dozen
 * runs the plain percentiles are too narrow, and "worse" would be cried for nothing. Ratios are
 * averaged as logarithms, so that twice as fast and half as fast cancel.
 */
final class Bootstrap {
    static final int RESAMPLES = 10_000;
    private static final double TOO_ALIKE = 0.1;
    private static final long SEED = 20_261_126L;

    private final double[] logRatios;
    private final double mean;
    private final double error;
    // The same resamples serve every confidence; sorted.
    private final double[] studentised;

    private Bootstrap(double[] logRatios) {
        this.logRatios = logRatios;
        mean = Arrays.stream(logRatios).average().orElseThrow();
        error = standardError(logRatios, mean);
        studentised = resample();
    }

    /** Over pairs: {@code base[i]} and {@code candidate[i]} ran one after the other. */
    static Bootstrap ofPairs(double[] base, double[] candidate) {
        double[] logRatios = new double[Math.min(base.length, candidate.length)];
        for (int i = 0; i < logRatios.length; i++) {
            logRatios[i] = Math.log(candidate[i] / base[i]);
        }
        return new Bootstrap(logRatios);
    }

    /** The interval that holds the true ratio with this confidence, say 0.95. */
    Interval interval(double confidence) {
        double tail = (1 - confidence) / 2;
        // Bootstrap-t turns around: the upper quantile gives the lower end.
        double low = mean - quantile(1 - tail) * error;
        double high = mean - quantile(tail) * error;
        return new Interval(Math.exp(low), Math.exp(mean), Math.exp(high));
    }

    private double quantile(double share) {
        if (studentised.length == 0) {
            return 0;
        }
        int index = (int) Math.ceil(share * studentised.length) - 1;
        return studentised[Math.clamp(index, 0, studentised.length - 1)];
    }

    private double[] resample() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] resampled = new double[logRatios.length];
        double[] found = new double[RESAMPLES];
        int count = 0;
        for (int i = 0; i < RESAMPLES; i++) {
            for (int j = 0; j < resampled.length; j++) {
                resampled[j] = logRatios[random.nextInt(logRatios.length)];
            }
            double resampledMean = Arrays.stream(resampled).average().orElseThrow();
            double resampledError = standardError(resampled, resampledMean);
            // One pair, or some that are nearly alike, drawn every time: no spread to measure
            // against.
            if (resampledError > TOO_ALIKE * error) {
                found[count++] = (resampledMean - mean) / resampledError;
            }
        }
        double[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double standardError(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }
}
