package com.rechain.dao.perf.bench.result;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Results as a page in Markdown. */
public final class MarkdownPage {
    private static final String[] HEAD = {
        "row",
        "figure",
        "goal",
        "measured",
        "spread",
        "peer",
        "ratio",
        "µs CPU/request",
        "generator µs",
        "verdict"
    };

    private MarkdownPage() {}

    static String of(BenchResult result) {
        StringBuilder page = new StringBuilder();
        page.append("# Bench of ").append(result.commit()).append("\n\n");
        page.append(result.at()).append(" on ").append(result.machine()).append("\n\n");
        page.append(table(result)).append('\n');
        result.rows().forEach(row -> append(page, row));
        return page.toString();
    }

    /** One line per figure. */
    public static Table table(BenchResult result) {
        Table table = new Table(HEAD);
        for (RowResult row : result.rows()) {
            row.figures().forEach(figure -> add(table, row, figure));
        }
        return table;
    }

    private static void add(Table table, RowResult row, Figure figure) {
        table.row(
                row.name(),
                figure.name(),
                goal(figure.goal(), figure.ratioGoal(), figure.unit()),
                text(figure.median(), figure.unit()),
                figure.spread().map(Spread::toString).orElse("-"),
                text(figure.peerMedian(), figure.unit()),
                text(figure.ratio(), ""),
                text(Figure.middle(figure.cpuMicros()), ""),
                text(Figure.middle(figure.generatorMicros()), ""),
                figure.verdict().text());
    }

    /** Goals in words. */
    public static String goal(@Nullable Bound goal, @Nullable Bound ratioGoal, String unit) {
        String own = goal == null ? "" : goal + " " + unit;
        String ratio = ratioGoal == null ? "" : "ratio " + ratioGoal;
        if (own.isEmpty() && ratio.isEmpty()) {
            return "-";
        }
        return own.isEmpty() || ratio.isEmpty() ? own + ratio : own + ", " + ratio;
    }

    private static String text(OptionalDouble figure, String unit) {
        return figure.isEmpty() ? "-" : (Numbers.text(figure.getAsDouble()) + " " + unit).strip();
    }

    private static void append(StringBuilder page, RowResult row) {
        page.append("## ").append(row.name()).append("\n\n").append(row.what()).append("\n\n");
        page.append("How: ").append(row.how()).append('\n');
        if (!row.peer().isEmpty()) {
            page.append("\nPeer: ").append(row.peer()).append('\n');
        }
        for (Figure figure : row.figures()) {
            if (!figure.reason().isEmpty()) {
                page.append("\n- ").append(figure.name()).append(" was not measured: ");
                page.append(figure.reason());
            }
        }
        row.notes().forEach(note -> page.append("\n- ").append(note));
        page.append("\n\n");
    }
}
