package com.rechain.dao.perf.model;

import java.util.List;

/**
 * The universal scalability law: what {@code n} requests (or instances) at once get done in a
 * second, when they queue for something they share and keep each other informed. N. J. Gunther,
 * Guerrilla Capacity Planning (2007), ch. 4-6.
 *
 * @param alone what one gets done in a second
 * @param contention the share of the work that only one can do at a time
 * @param coherence what each pair costs
 */
public record ScalabilityLaw(double alone, double contention, double coherence) {
    /** Points that a fit needs at least. */
    public static final int FEWEST = 4;

    /** A measured point: {@code n} at once got {@code perSecond} done. */
    public record Point(double n, double perSecond) {}

    /**
     * The law that comes closest to what was measured. It is linear in its coefficients once it is
     * turned upside down: {@code n / X(n)} is {@code (1 + contention (n - 1) + coherence n (n - 1))
     * / alone}.
     *
     * @throws IllegalArgumentException when there are too few points to tell
     */
    public static ScalabilityLaw fit(List<Point> points) {
        if (points.size() < FEWEST) {
            throw new IllegalArgumentException(
                    "a fit needs %d points, not %d".formatted(FEWEST, points.size()));
        }
        double[][] rows = new double[points.size()][];
        double[] values = new double[points.size()];
        for (int i = 0; i < rows.length; i++) {
            Point point = points.get(i);
            double inverse = point.n() / point.perSecond();
            // Relative errors count, else the points of the highest load drown the others.
            rows[i] =
                    new double[] {
                        1 / inverse,
                        (point.n() - 1) / inverse,
                        point.n() * (point.n() - 1) / inverse
                    };
            values[i] = 1;
        }
        double[] found = LeastSquares.nonNegative(rows, values);
        return new ScalabilityLaw(1 / found[0], found[1] / found[0], found[2] / found[0]);
    }

    /** What {@code n} at once get done in a second. */
    public double perSecond(double n) {
        return alone * n / (1 + contention * (n - 1) + coherence * n * (n - 1));
    }

    /** How many at once get most done; infinite where more is always more. */
    public double peak() {
        return coherence == 0
                ? Double.POSITIVE_INFINITY
                : Math.sqrt(Math.max(0, 1 - contention) / coherence);
    }

    /** The most that is ever done in a second. */
    public double limit() {
        if (coherence == 0) {
            return contention == 0 ? Double.POSITIVE_INFINITY : alone / contention;
        }
        return perSecond(Math.max(1, peak()));
    }
}
