package com.rechain.dao.voting.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.json.StrictJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a result's arithmetic in sentences with the numbers filled in, from the certified document
 * alone.
 */
final class Explanation {
    private static final Map<String, String> BARS = bars();

    private Explanation() {}

    /** What may be compared, in the order in which it is told. */
    private static Map<String, String> bars() {
        Map<String, String> bars = new LinkedHashMap<>();
        bars.put("quorum", "Quorum");
        bars.put("veto", "Veto");
        bars.put("approval", "Approval");
        bars.put("minimumApproval", "Minimum approval");
        return bars;
    }

    static List<String> of(String document) {
        JsonNode result = StrictJson.parse(document).orElseThrow();
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s ballots with a weight of %s were cast; %s voters with a weight of %s could have."
                        .formatted(
                                text(result, "/cast/ballots"),
                                text(result, "/cast/weight"),
                                text(result, "/eligible/voters"),
                                text(result, "/eligible/weight")));
        result.path("scores")
                .forEach(score ->
                        lines.add(
                                "%s: %s.".formatted(text(score, "/label"), text(score, "/score"))));
        lines.addAll(RoundLines.of(result));
        lines.addAll(PairLines.of(result));
        lines.addAll(SpendingLines.of(result));
        BARS.forEach((field, name) -> {
            if (result.has(field)) {
                lines.add(comparison(name, result.path(field)));
            }
        });
        if (result.has("drawn")) {
            lines.add(
                    "The published seed draws %s among those that are level."
                            .formatted(Labels.of(result, result.path("drawn").asInt())));
        }
        lines.add("Outcome: %s.".formatted(text(result, "/outcome")));
        return lines;
    }

    private static String comparison(String name, JsonNode arithmetic) {
        return "%s over %s: %s × %s = %s must be %s %s × %s = %s: %s."
                .formatted(
                        name,
                        text(arithmetic, "/base"),
                        text(arithmetic, "/measured"),
                        text(arithmetic, "/denominator"),
                        text(arithmetic, "/left"),
                        text(arithmetic, "/comparison").equals("GT") ? "more than" : "at least",
                        text(arithmetic, "/whole"),
                        text(arithmetic, "/numerator"),
                        text(arithmetic, "/right"),
                        arithmetic.path("holds").asBoolean() ? "it is" : "it is not");
    }

    private static String text(JsonNode node, String path) {
        return node.at(path).asText();
    }
}
