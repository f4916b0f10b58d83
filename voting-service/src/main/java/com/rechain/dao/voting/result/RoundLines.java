package com.rechain.dao.voting.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Tells the rounds of a certified result, each in a sentence. */
final class RoundLines {
    private RoundLines() {}

    static List<String> of(JsonNode result) {
        List<String> lines = new ArrayList<>();
        JsonNode rounds = result.path("rounds");
        if (result.has("quota")) {
            lines.add("A seat takes %s.".formatted(result.path("quota").asText()));
        }
        for (int i = 0; i < rounds.size(); i++) {
            lines.add("Round %d: %s".formatted(i + 1, line(rounds.get(i), result)));
        }
        return lines;
    }

    private static String line(JsonNode round, JsonNode result) {
        String standing =
                elements(round.path("standing"))
                        .map(option ->
                                "%s %s"
                                        .formatted(
                                                Labels.of(result, option.path("choice").asInt()),
                                                option.path("weight").asText()))
                        .collect(Collectors.joining(", "));
        JsonNode inactive = round.path("inactive");
        return "%s; %s count, no longer counting: %s exhausted, %s overvoted, %s repeated, %s skipped. %s"
                .formatted(
                        standing,
                        round.path("continuing").asText(),
                        inactive.path("exhausted").asText(),
                        inactive.path("overvoted").asText(),
                        inactive.path("repeated").asText(),
                        inactive.path("skipped").asText(),
                        end(round, result));
    }

    private static String end(JsonNode round, JsonNode result) {
        List<String> parts = new ArrayList<>();
        if (!round.path("elected").isEmpty()) {
            parts.add("%s wins.".formatted(labels(round.path("elected"), result)));
        }
        if (round.has("transfer")) {
            parts.add(
                    "Of each ballot of %s %s is handed on%s."
                            .formatted(
                                    Labels.of(result, round.at("/transfer/choice").asInt()),
                                    round.at("/transfer/share").asText(),
                                    tieBreak(round)));
        }
        if (!round.path("eliminated").isEmpty()) {
            parts.add(
                    "%s leaves%s."
                            .formatted(labels(round.path("eliminated"), result), tieBreak(round)));
        }
        return parts.isEmpty() ? "Nothing tells them apart." : String.join(" ", parts);
    }

    private static String tieBreak(JsonNode round) {
        String tieBreak = round.path("tieBreak").asText();
        return tieBreak.isEmpty() ? "" : ", by " + tieBreak + " among those that are level";
    }

    private static String labels(JsonNode options, JsonNode result) {
        return elements(options)
                .map(option -> Labels.of(result, option.asInt()))
                .collect(Collectors.joining(", "));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
