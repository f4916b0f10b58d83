package com.rechain.dao.perf.lab.page;

import com.rechain.dao.perf.diagnose.Diagnosis;
import com.rechain.dao.perf.diagnose.DiagnosisHtml;
import com.rechain.dao.perf.lab.request.RequestLine;
import com.rechain.dao.perf.lab.result.Bottleneck;
import com.rechain.dao.perf.lab.result.Observations;
import com.rechain.dao.perf.lab.result.RunSummary;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The page of a run, or of a run next to an earlier one. */
final class RunPage {
    private final Charts.Seen run;
    private final Observations seen;
    private final Charts.@Nullable Seen before;
    private final Diagnosis diagnosis;

    RunPage(Charts.Seen run, Observations seen, Charts.@Nullable Seen before, Diagnosis diagnosis) {
        this.run = run;
        this.seen = seen;
        this.before = before;
        this.diagnosis = diagnosis;
    }

    String html() {
        RunSummary summary = run.summary();
        String title = "%s by %s".formatted(summary.cell().name(), summary.tool());
        return Skeleton.page(
                title,
                PageHead.of(summary)
                        + section(
                                "Verdicts",
                                "The brief's tables",
                                VerdictBars.of(summary.verdicts(), "band"))
                        + section(
                                "",
                                "The goals of this test",
                                VerdictBars.of(summary.verdicts(), "goal"))
                        + comparison()
                        + section("What held it up", "", bottleneck(summary.bottleneck()))
                        + section("Diagnosis", "", DiagnosisHtml.of(diagnosis))
                        + section(
                                "Over time",
                                "All on the same time axis; the dotted line is the second that is"
                                        + " looked at above"
                                        + (before == null
                                                ? "."
                                                : "; dashed lines are the earlier run."),
                                new Charts(run, before).html())
                        + section(
                                "Where time went inside",
                                "By the services' own meters, dearest first",
                                spans())
                        + section("The slowest requests", "", slowest(summary.slowest()))
                        + statements(summary)
                        + section("Reconciliation", "", reconciliation(summary))
                        + footer(summary));
    }

    private String comparison() {
        Charts.Seen earlier = before;
        if (earlier == null) {
            return "";
        }
        RunSummary summary = earlier.summary();
        return section(
                "Against the earlier run",
                summary.run(),
                Comparison.of(summary, run.summary()).html());
    }

    private static String bottleneck(Bottleneck bottleneck) {
        String sentence =
                bottleneck.saturated()
                        ? "At second %d the fullest was <b>%s</b>: %s%%."
                        : "Nothing was full: at second %d the fullest was <b>%s</b> with %s%%.";
        StringBuilder bars =
                new StringBuilder("<p>")
                        .append(
                                sentence.formatted(
                                        bottleneck.second(),
                                        Html.text(bottleneck.resource()),
                                        Html.number(bottleneck.percent())))
                        .append("</p><div class=bars>");
        bars.append(bar(bottleneck.resource(), bottleneck.percent(), "%"));
        bottleneck.others().stream()
                .limit(7)
                .forEach(share -> bars.append(bar(share.resource(), share.percent(), "%")));
        return bars.append("</div>").toString();
    }

    private String spans() {
        List<Spans.Span> spans = Spans.of(seen);
        double most = spans.stream().mapToDouble(Spans.Span::total).max().orElse(1);
        StringBuilder rows = new StringBuilder("<div class=bars>");
        for (Spans.Span span : spans) {
            rows.append(
                    bar(
                            "%s: %s".formatted(span.service(), span.name()),
                            100 * span.total() / most,
                            " %s ms each, %d times, worst %s ms"
                                    .formatted(
                                            Html.number(span.millis()),
                                            span.count(),
                                            Html.number(span.worstMillis()))));
        }
        return rows.append("</div>").toString();
    }

    private String slowest(List<RequestLine> requests) {
        StringBuilder rows =
                new StringBuilder("<table><tr><th>second<th>step<th>answer<th class=r>ms</tr>");
        for (RequestLine request : requests.subList(0, Math.min(10, requests.size()))) {
            rows.append(
                    String.format(
                            Locale.ROOT,
                            "<tr><td>%.1f<td>%s<td>%s<td class=r>%s</tr>",
                            (request.sentAt() - run.summary().begin()) / 1e3,
                            Html.text(request.step()),
                            request.status() == 0 ? "none" : Integer.toString(request.status()),
                            Html.number(request.micros() / 1e3)));
        }
        return rows.append("</table>").toString();
    }

    private static String statements(RunSummary summary) {
        if (summary.statements().isEmpty()) {
            return "";
        }
        StringBuilder rows =
                new StringBuilder(
                        "<table><tr><th>statement<th class=r>times<th class=r>ms in all</tr>");
        for (var statement : summary.statements()) {
            rows.append(
                    "<tr><td><code>%s</code><td class=r>%s<td class=r>%s</tr>"
                            .formatted(
                                    Html.text(String.valueOf(statement.get("statement"))),
                                    statement.get("count"),
                                    statement.get("millis")));
        }
        return section("The dearest statements", "", rows.append("</table>").toString());
    }

    private static String reconciliation(RunSummary summary) {
        StringBuilder text = new StringBuilder("<table>");
        summary.reconciliation()
                .checked()
                .forEach((what, count) ->
                        text.append(
                                "<tr><td>%s<td class=r>%d</tr>".formatted(Html.text(what), count)));
        text.append("</table>");
        if (summary.reconciliation().holds()) {
            return text.append("<p>All that was acknowledged is there, once, as acknowledged.</p>")
                    .toString();
        }
        summary.reconciliation().mismatches().stream()
                .limit(10)
                .forEach(mismatch ->
                        text.append("<p class=bad>%s</p>".formatted(Html.text(mismatch))));
        return text.toString();
    }

    private static String footer(RunSummary summary) {
        return """
        <footer>%s, started %s. Commit %s. %d processors, %s GB of memory, %s, Java %s; the load was made on the same machine where the chart of processes shows the tool.</footer>
        """
                .formatted(
                        Html.text(summary.run()),
                        Html.text(summary.startedAt()),
                        Html.text(summary.commit()),
                        summary.machine().processors(),
                        Html.number(summary.machine().memoryBytes() / 1e9),
                        Html.text(summary.machine().system()),
                        Html.text(summary.machine().java()));
    }

    private static String section(String title, String sub, String body) {
        return "<section>%s%s%s</section>%n"
                .formatted(
                        title.isEmpty() ? "" : "<h2>" + Html.text(title) + "</h2>",
                        sub.isEmpty() ? "" : "<p class=sub>" + Html.text(sub) + "</p>",
                        body);
    }

    private static String bar(String name, double percent, String value) {
        return String.format(
                Locale.ROOT,
                "<div><span>%s</span><span class=b><i style=\"width:%.1f%%\"></i></span><span"
                        + " class=v>%s</span></div>",
                Html.text(name),
                Math.clamp(percent, 0.4, 100),
                value.equals("%") ? Html.number(percent) + "%" : Html.text(value));
    }
}
