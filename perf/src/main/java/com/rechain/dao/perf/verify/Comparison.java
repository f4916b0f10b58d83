package com.rechain.dao.perf.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two sets of interleaved runs, compared. A figure decides only if its interval stays clear of 1 at
 * a confidence that is shared among all figures (Bonferroni): four figures at 95 % each would find
 * a difference between equals in every fifth comparison. Worse in one figure is worse.
 */
record Comparison(int pairs, List<Line> lines) {
    private static final double CONFIDENCE = 0.95;

    /**
     * One figure.
     *
     * @param shown the 95 % interval
     * @param verdict by the stricter interval
     */
    record Line(Figure figure, double base, double candidate, Interval shown, Verdict verdict) {}

    static Comparison of(Pairs pairs) {
        List<Figure> figures = pairs.commonFigures();
        double shared = 1 - (1 - CONFIDENCE) / Math.max(1, figures.size());
        List<Line> lines = new ArrayList<>();
        for (Figure figure : figures) {
            double[] base = pairs.base(figure);
            double[] candidate = pairs.candidate(figure);
            Bootstrap bootstrap = Bootstrap.ofPairs(base, candidate);
            lines.add(
                    new Line(
                            figure,
                            mean(base),
                            mean(candidate),
                            bootstrap.interval(CONFIDENCE),
                            verdict(figure, bootstrap.interval(shared))));
        }
        return new Comparison(pairs.count(), lines);
    }

    Verdict verdict() {
        if (has(Verdict.WORSE)) {
            return Verdict.WORSE;
        }
        return has(Verdict.IMPROVED) ? Verdict.IMPROVED : Verdict.CANNOT_TELL;
    }

    private boolean has(Verdict verdict) {
        return lines.stream().anyMatch(line -> line.verdict() == verdict);
    }

    private static Verdict verdict(Figure figure, Interval interval) {
        if (!interval.above() && !interval.below()) {
            return Verdict.CANNOT_TELL;
        }
        return interval.above() == figure.moreIsBetter() ? Verdict.IMPROVED : Verdict.WORSE;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
