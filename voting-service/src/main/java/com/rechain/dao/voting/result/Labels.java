package com.rechain.dao.voting.result;

import com.fasterxml.jackson.databind.JsonNode;

/** The labels of options in a certified result. */
final class Labels {
    private Labels() {}

    /** The label of the option with this number, from 1. */
    static String of(JsonNode result, int option) {
        return result.path("scores").path(option - 1).path("label").asText();
    }
}
