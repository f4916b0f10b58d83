package com.rechain.dao.voting.box;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of texts, such as choices and labels, as a box stores them. */
final class BoxTexts {
    private static final JsonMapper JSON = new JsonMapper();

    private BoxTexts() {}

    static String json(List<String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("these are texts", e);
        }
    }

    static List<String> read(@Nullable String json) {
        try {
            return json == null
                    ? List.of()
                    : JSON.readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a box's texts cannot be read", e);
        }
    }
}
