package com.rechain.dao.perf.verify;

import com.rechain.dao.perf.cli.UsageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs of base and candidate in the order in which they ran, paired. What the machine did in the
 * meantime then weighs on both alike; that is why runs that were not interleaved are refused.
 */
record Pairs(List<MeasuredRun> base, List<MeasuredRun> candidate) {
    /** Below this the interval says nothing, whatever the figures. */
    static final int FEWEST = 5;

    /** In a row of the same kind: alternating (1) or mirrored, as in A B B A (2). */
    private static final int MOST_IN_A_ROW = 2;

    private record Turn(MeasuredRun run, boolean isBase) {
        Instant startedAt() {
            return run.startedAt();
        }
    }

    /**
     * Pairs the runs by time.
     *
     * @throws UsageException when they are too few, overlapped, or were not interleaved
     */
    static Pairs of(List<MeasuredRun> base, List<MeasuredRun> candidate) {
        int count = Math.min(base.size(), candidate.size());
        if (count < FEWEST) {
            throw new UsageException(
                    "At least %d runs of each are needed to tell anything; there are %d and %d."
                            .formatted(FEWEST, base.size(), candidate.size()));
        }
        requireInterleaved(base, candidate);
        return new Pairs(byTime(base).subList(0, count), byTime(candidate).subList(0, count));
    }

    int count() {
        return base.size();
    }

    /** The figures that every run has, and that a ratio can be made of. */
    List<Figure> commonFigures() {
        return base.getFirst().figures().keySet().stream()
                .filter(figure ->
                        Stream.concat(base.stream(), candidate.stream())
                                .allMatch(run -> run.figures().getOrDefault(figure, 0.0) > 0))
                .sorted()
                .toList();
    }

    double[] base(Figure figure) {
        return values(base, figure);
    }

    double[] candidate(Figure figure) {
        return values(candidate, figure);
    }

    private static double[] values(List<MeasuredRun> runs, Figure figure) {
        return runs.stream().mapToDouble(run -> run.figures().getOrDefault(figure, 0.0)).toArray();
    }

    private static List<MeasuredRun> byTime(List<MeasuredRun> runs) {
        return runs.stream().sorted(Comparator.comparing(MeasuredRun::startedAt)).toList();
    }

    private static void requireInterleaved(List<MeasuredRun> base, List<MeasuredRun> candidate) {
        List<Turn> turns = new ArrayList<>();
        base.forEach(run -> turns.add(new Turn(run, true)));
        candidate.forEach(run -> turns.add(new Turn(run, false)));
        turns.sort(Comparator.comparing(Turn::startedAt));
        int inARow = 0;
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            boolean same = i > 0 && turns.get(i - 1).isBase() == turn.isBase();
            inARow = same ? inARow + 1 : 1;
            if (inARow > MOST_IN_A_ROW) {
                throw new UsageException(
                        "The runs were not interleaved: from %s on %d of the %s followed each other; run base and candidate in turns."
                                .formatted(
                                        turn.startedAt(),
                                        inARow,
                                        turn.isBase() ? "base" : "candidate"));
            }
            if (i > 0 && turns.get(i - 1).run().endedAt().isAfter(turn.startedAt())) {
                throw new UsageException(
                        "Two runs overlapped at %s; each would have slowed the other."
                                .formatted(turn.startedAt()));
            }
        }
    }
}
