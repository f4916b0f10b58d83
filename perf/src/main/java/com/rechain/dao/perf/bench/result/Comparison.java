package com.rechain.dao.perf.bench.result;

import com.rechain.dao.perf.model.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a candidate is better than a base, figure by figure. Where both have the peer's figures,
 * what is compared are the ratios to the peer, which a busy hour of the machine leaves alone.
 */
public record Comparison(List<Line> lines) {
    /** With fewer rounds any two runs differ by chance. */
    static final int FEWEST_ROUNDS = 3;

    /** A difference that is smaller than this says nothing even when no round contradicts it. */
    private static final double NOTICEABLE = 0.03;

    /** What a comparison can end in. */
    public enum Outcome {
        BETTER("better"),
        WORSE("worse"),
        CANNOT_TELL("cannot tell");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /**
     * One figure in both.
     *
     * @param ratio the candidate's divided by the base's
     * @param byPeer whether ratios to the peer were compared
     */
    public record Line(
            String row,
            String figure,
            String unit,
            double base,
            double candidate,
            double ratio,
            boolean byPeer,
            Outcome outcome) {}

    public Comparison {
        lines = List.copyOf(lines);
    }

    /** Compares what both have measured. */
    public static Comparison of(BenchResult base, BenchResult candidate) {
        Map<String, RowResult> rows =
                base.rows().stream()
                        .collect(Collectors.toMap(RowResult::name, Function.identity()));
        List<Line> lines = new ArrayList<>();
        for (RowResult row : candidate.rows()) {
            RowResult before = rows.get(row.name());
            if (before != null) {
                row.figures()
                        .forEach(figure ->
                                line(row.name(), find(before, figure.name()), figure)
                                        .ifPresent(lines::add));
            }
        }
        return new Comparison(lines);
    }

    public boolean anyWorse() {
        return lines.stream().anyMatch(line -> line.outcome() == Outcome.WORSE);
    }

    /** As a table. */
    public Table table() {
        Table table = new Table("row", "figure", "compared", "base", "candidate", "ratio", "");
        for (Line line : lines) {
            table.row(
                    line.row(),
                    line.figure(),
                    line.byPeer() ? "ratio to peer" : line.unit(),
                    Numbers.text(line.base()),
                    Numbers.text(line.candidate()),
                    Numbers.text(line.ratio()),
                    line.outcome().text());
        }
        return table;
    }

    private static Optional<Figure> find(RowResult row, String figure) {
        return row.figures().stream().filter(f -> f.name().equals(figure)).findFirst();
    }

    private static Optional<Line> line(String row, Optional<Figure> base, Figure candidate) {
        if (base.isEmpty() || base.get().rounds().isEmpty() || candidate.rounds().isEmpty()) {
            return Optional.empty();
        }
        Figure before = base.get();
        boolean byPeer = !before.peerRounds().isEmpty() && !candidate.peerRounds().isEmpty();
        List<Double> a = byPeer ? before.ratios() : before.rounds();
        List<Double> b = byPeer ? candidate.ratios() : candidate.rounds();
        double from = Median.of(a);
        double to = Median.of(b);
        Outcome outcome = outcome(a, b, candidate.smallerIsBetter());
        return Optional.of(
                new Line(
                        row,
                        candidate.name(),
                        candidate.unit(),
                        from,
                        to,
                        to / from,
                        byPeer,
                        outcome));
    }

    /** Better or worse only when no round of one lies among the rounds of the other. */
    static Outcome outcome(List<Double> base, List<Double> candidate, boolean smallerIsBetter) {
        double ratio = Median.of(candidate) / Median.of(base);
        boolean apart = !Spread.of(base).orElseThrow().overlaps(Spread.of(candidate).orElseThrow());
        boolean enough = Math.min(base.size(), candidate.size()) >= FEWEST_ROUNDS;
        if (!apart || !enough || Math.abs(ratio - 1) < NOTICEABLE) {
            return Outcome.CANNOT_TELL;
        }
        return ratio < 1 == smallerIsBetter ? Outcome.BETTER : Outcome.WORSE;
    }
}
