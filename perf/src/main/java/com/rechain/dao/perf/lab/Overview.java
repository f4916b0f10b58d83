package com.rechain.dao.perf.lab;

import com.rechain.dao.perf.lab.result.RunSummary;
import java.util.List;
import java.util.Locale;

/** All runs of a call in one Markdown table. */
final class Overview {
    private static final String HEAD =
            """
            | cell | tool | sent | of | answered/s | p50 ms | p99 ms | errors | turned away | reconciled | verdict |
            |---|---|---:|---:|---:|---:|---:|---:|---:|---|---|
            """;

    private Overview() {}

    static String of(List<RunSummary> runs) {
        StringBuilder table = new StringBuilder(HEAD);
        runs.forEach(run -> table.append(row(run)));
        runs.stream()
                .filter(run -> !run.passed())
                .forEach(run ->
                        table.append(
                                "\n%s: %s".formatted(run.run(), String.join(" ", run.reasons()))));
        return table.toString();
    }

    static String line(RunSummary run) {
        return "  " + row(run).strip() + " perf/results/" + run.run();
    }

    private static String row(RunSummary run) {
        return String.format(
                Locale.ROOT,
                "| %s %s | %s | %d | %.0f | %.1f | %.1f | %.1f | %d | %d | %s | %s |%n",
                run.cell().name(),
                run.cell().scale().text(),
                run.tool(),
                run.sending().sent(),
                run.sending().intended(),
                run.answers().goodPerSecond(),
                run.answers().p50Millis(),
                run.answers().p99Millis(),
                run.answers().errors(),
                run.answers().turnedAway(),
                run.reconciliation().holds() ? "yes" : "NO",
                run.passed() ? "passed" : run.sending().counts() ? "FAILED" : "does not count");
    }
}
