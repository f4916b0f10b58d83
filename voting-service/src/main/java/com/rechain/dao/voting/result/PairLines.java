package com.rechain.dao.voting.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells the duels of a certified result, each pair in a sentence. */
final class PairLines {
    // More pairs than anybody reads are left to the document itself.
    private static final int MOST_OPTIONS = 12;

    private PairLines() {}

    static List<String> of(JsonNode result) {
        JsonNode pairs = result.path("pairs");
        JsonNode paths = result.path("paths");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < pairs.size() && pairs.size() <= MOST_OPTIONS; i++) {
            for (int j = i + 1; j < pairs.size(); j++) {
                lines.add(
                        "%s against %s: %s to %s%s."
                                .formatted(
                                        Labels.of(result, i + 1),
                                        Labels.of(result, j + 1),
                                        at(pairs, i, j),
                                        at(pairs, j, i),
                                        paths.isEmpty()
                                                ? ""
                                                : "; strongest paths %s to %s"
                                                        .formatted(
                                                                at(paths, i, j), at(paths, j, i))));
            }
        }
        for (JsonNode drop : result.path("dropped")) {
            lines.add(
                    "%s is dropped: it has not its %s over the default option."
                            .formatted(
                                    Labels.of(result, drop.path("choice").asInt()),
                                    drop.path("by").asText().toLowerCase(Locale.ROOT)));
        }
        return lines;
    }

    private static String at(JsonNode rows, int row, int column) {
        return rows.path(row).path(column).asText();
    }
}
