package com.rechain.dao.voting.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Tells how a budget of a certified result was spent, each option's turn in a sentence. */
final class SpendingLines {
    private SpendingLines() {}

    static List<String> of(JsonNode result) {
        List<String> lines = new ArrayList<>();
        for (JsonNode offer : result.path("spending")) {
            lines.add(
                    "%s, supported by %s, costs %s of %s that are left: %s."
                            .formatted(
                                    Labels.of(result, offer.path("choice").asInt()),
                                    offer.path("support").asText(),
                                    offer.path("cost").asText(),
                                    offer.path("left").asText(),
                                    answer(offer.path("answer").asText())));
        }
        return lines;
    }

    private static String answer(String answer) {
        return switch (answer) {
            case "FUNDED" -> "funded";
            case "TOO_DEAR" -> "not funded, it does not fit";
            case "AFTER_THE_END" -> "not funded, one before it did not fit";
            case "NOT_APPROVED" -> "not funded, too few approve of it";
            default -> throw new IllegalArgumentException(answer);
        };
    }
}
