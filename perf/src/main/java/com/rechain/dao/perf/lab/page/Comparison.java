package com.rechain.dao.perf.lab.page;

import com.rechain.dao.perf.lab.result.RunSummary;
import java.util.ArrayList;
import java.util.List;

/** The figures of two runs of the same cell next to each other. */
record Comparison(List<Row> rows) {
    /** Less of it than this is noise, in milliseconds or percent. */
    private static final double NOISE = 1;

    /**
     * A figure of both.
     *
     * @param atLeast whether more is better
     */
    record Row(String name, String unit, double before, double now, boolean atLeast) {
        /** By how many percent it got worse; negative when it got better. */
        double worsePercent() {
            if (!atLeast && Math.max(before, now) <= NOISE) {
                return 0;
            }
            double less = atLeast ? now : before;
            double more = atLeast ? before : now;
            return less == 0 ? (more == 0 ? 0 : 100) : 100 * (more / less - 1);
        }
    }

    static Comparison of(RunSummary before, RunSummary now) {
        List<Row> rows = new ArrayList<>();
        rows.add(
                new Row(
                        "answered well",
                        "/s",
                        before.answers().goodPerSecond(),
                        now.answers().goodPerSecond(),
                        true));
        rows.add(
                new Row(
                        "half within",
                        "ms",
                        before.answers().p50Millis(),
                        now.answers().p50Millis(),
                        false));
        rows.add(
                new Row(
                        "95 of 100 within",
                        "ms",
                        before.answers().p95Millis(),
                        now.answers().p95Millis(),
                        false));
        rows.add(
                new Row(
                        "99 of 100 within",
                        "ms",
                        before.answers().p99Millis(),
                        now.answers().p99Millis(),
                        false));
        rows.add(
                new Row(
                        "processors busy",
                        "%",
                        measured(before, "cpuPercent"),
                        measured(now, "cpuPercent"),
                        false));
        rows.add(new Row("errors", "", before.answers().errors(), now.answers().errors(), false));
        return new Comparison(rows);
    }

    /** The figures that got worse by more than {@code percent}. */
    List<Row> worseThan(double percent) {
        return rows.stream().filter(row -> row.worsePercent() > percent).toList();
    }

    String html() {
        StringBuilder table =
                new StringBuilder(
                        "<table><tr><th>figure<th class=r>before<th class=r>now<th class=r>change</tr>");
        for (Row row : rows) {
            double worse = row.worsePercent();
            table.append(
                    "<tr><td>%s<td class=r>%s<td class=r>%s<td class=\"r %s\">%s</tr>"
                            .formatted(
                                    row.name(),
                                    Html.number(row.before()) + Html.unit(row.unit()),
                                    Html.number(row.now()) + Html.unit(row.unit()),
                                    worse > 10 ? "bad" : worse < -9 ? "good" : "",
                                    worse == 0
                                            ? "same"
                                            : Html.number(Math.abs(worse))
                                                    + (worse > 0 ? "% worse" : "% better")));
        }
        return table.append("</table>").toString();
    }

    private static double measured(RunSummary run, String name) {
        return run.verdicts().stream()
                .filter(verdict -> verdict.name().equals(name))
                .mapToDouble(verdict -> verdict.measured())
                .findFirst()
                .orElse(0);
    }
}
