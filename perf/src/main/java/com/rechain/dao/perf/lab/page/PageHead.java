package com.rechain.dao.perf.lab.page;

import com.rechain.dao.perf.lab.result.RunSummary;
import com.rechain.dao.perf.lab.result.RunSummary.Answers;
import java.util.stream.Collectors;

/** What a page says first: whether the run passed, why not, and its figures. */
final class PageHead {
    private PageHead() {}

    static String of(RunSummary summary) {
        Answers answers = summary.answers();
        String verdict =
                summary.passed()
                        ? "passed"
                        : summary.sending().counts() ? "failed" : "does not count";
        String reasons =
                summary.reasons().stream()
                        .map(reason -> "<li>%s</li>".formatted(Html.text(reason)))
                        .collect(Collectors.joining());
        return """
        <header><p class="badge %s">%s</p><h1>%s</h1><p class=sub>%s, scale %s, %s</p>%s</header>
        <div class=tiles>%s%s%s%s%s%s</div>
        """
                .formatted(
                        summary.passed() ? "good" : "bad",
                        verdict,
                        Html.text(summary.cell().name().replace("/", " / ")),
                        Html.text(summary.tool()),
                        summary.cell().scale().text(),
                        summary.judged() ? "times decide" : "times do not decide at this scale",
                        reasons.isEmpty() ? "" : "<ul class=reasons>" + reasons + "</ul>",
                        tile(
                                "sent",
                                "%d".formatted(summary.sending().sent()),
                                "of %.0f due".formatted(summary.sending().intended())),
                        tile("answered well", Html.number(answers.goodPerSecond()), "a second"),
                        tile("half within", Html.number(answers.p50Millis()), "ms"),
                        tile("99 of 100 within", Html.number(answers.p99Millis()), "ms"),
                        tile(
                                "errors",
                                Long.toString(answers.errors()),
                                answers.turnedAway() + " turned away"),
                        tile(
                                "reconciled",
                                summary.reconciliation().holds() ? "yes" : "no",
                                summary.reconciliation().mismatchCount() + " mismatches"));
    }

    private static String tile(String name, String value, String more) {
        return "<div class=tile><span>%s</span><b>%s</b><span>%s</span></div>"
                .formatted(name, value, more);
    }
}
