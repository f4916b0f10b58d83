package com.rechain.dao.perf.diagnose;

import java.util.stream.Collectors;

/** A diagnosis for the terminal. */
public final class DiagnosisText {
    private DiagnosisText() {}

    public static String of(Diagnosis diagnosis) {
        if (diagnosis.findings().isEmpty()) {
            return "Nothing stands out: no rule accuses anything.\n";
        }
        StringBuilder text = new StringBuilder();
        diagnosis.findings().forEach(finding -> append(text, finding));
        if (!diagnosis.explained().isEmpty()) {
            text.append("Explained by that: ")
                    .append(
                            diagnosis.explained().stream()
                                    .map(finding ->
                                            finding.cause().title() + " (" + finding.where() + ")")
                                    .collect(Collectors.joining(", ")))
                    .append('\n');
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Finding finding) {
        Cause cause = finding.cause();
        text.append(
                "%s: %s at %s, %s times over the threshold%n"
                        .formatted(
                                cause.bottleneck().title(),
                                cause.title(),
                                finding.where(),
                                Sight.number(finding.excess())));
        finding.evidence().forEach(line -> text.append("  evidence   ").append(line).append('\n'));
        int rank = 1;
        for (Leaf.Recommendation recommendation : cause.recommendations()) {
            text.append(
                    "  %d.         %s: %s%n"
                            .formatted(
                                    rank++, recommendation.leaf().title(), recommendation.what()));
        }
        text.append("  confirm by ").append(cause.experiment()).append('\n');
    }
}
