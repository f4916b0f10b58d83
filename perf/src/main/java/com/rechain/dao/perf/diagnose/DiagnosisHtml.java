package com.rechain.dao.perf.diagnose;

import java.util.List;

/** A diagnosis as a section of a page, in the page's own style. */
public final class DiagnosisHtml {
    private DiagnosisHtml() {}

    public static String of(Diagnosis diagnosis) {
        StringBuilder html = new StringBuilder("<section class=\"diagnosis\"><h2>Bottleneck</h2>");
        if (diagnosis.findings().isEmpty()) {
            html.append("<p>Nothing stands out: no rule accuses anything.</p>");
        }
        diagnosis.findings().forEach(finding -> append(html, finding));
        return html.append("</section>").toString();
    }

    private static void append(StringBuilder html, Finding finding) {
        Cause cause = finding.cause();
        html.append("<h3>")
                .append(
                        text(
                                cause.bottleneck().title()
                                        + ": "
                                        + cause.title()
                                        + ", "
                                        + finding.where()))
                .append("</h3>");
        list(html, "ul", finding.evidence());
        list(
                html,
                "ol",
                cause.recommendations().stream()
                        .map(recommendation ->
                                recommendation.leaf().title() + ": " + recommendation.what())
                        .toList());
        html.append("<p>To confirm: ").append(text(cause.experiment())).append("</p>");
    }

    private static void list(StringBuilder html, String tag, List<String> items) {
        html.append('<').append(tag).append('>');
        items.forEach(item -> html.append("<li>").append(text(item)).append("</li>"));
        html.append("</").append(tag).append('>');
    }

    private static String text(String raw) {
        return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
