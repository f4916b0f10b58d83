package com.rechain.dao.user.weightimport;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reads weights from a JSON array, item by item. */
final class JsonWeights {
    private JsonWeights() {}

    /** An item: one of the three names, and a weight. */
    @Schema(name = "WeightItem", description = "Exactly one of userId, handle and email")
    record Item(
            @Nullable String userId,
            @Schema(examples = "ada") @Nullable String handle,
            @Nullable String email,
            @Schema(required = true, examples = "250") @Nullable String weight) {}

    /**
     * The items in {@code body}.
     *
     * @throws ProblemException when they cannot be taken
     */
    static List<WeightLine> read(InputStream body, ObjectReader reader) throws IOException {
        LineReader lines = new LineReader();
        // The items are read one by one: what follows one is no mistake.
        ObjectReader items =
                reader.forType(Item.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try (JsonParser parser = items.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new ProblemException(
                        PlatformProblem.MALFORMED_REQUEST.with("The body is not a JSON array."));
            }
            for (int item = 1; parser.nextToken() != JsonToken.END_ARRAY; item++) {
                add(lines, "item " + item, items.readValue(parser));
            }
            if (parser.nextToken() != null) {
                throw new ProblemException(
                        PlatformProblem.MALFORMED_REQUEST.with(
                                "There is something after the JSON array."));
            }
        }
        return lines.finish();
    }

    private static void add(LineReader lines, String place, @Nullable Item item) {
        if (item == null) {
            lines.refuse(place, "type", "must be an object");
        } else if (names(item) != 1) {
            lines.refuse(place, "name", "must have exactly one of userId, handle and email");
        } else if (item.userId() != null) {
            lines.add(place, MemberReference.Kind.USER_ID, item.userId(), item.weight());
        } else if (item.handle() != null) {
            lines.add(place, MemberReference.Kind.HANDLE, item.handle(), item.weight());
        } else {
            lines.add(place, MemberReference.Kind.EMAIL, item.email(), item.weight());
        }
    }

    private static int names(Item item) {
        return (item.userId() == null ? 0 : 1)
                + (item.handle() == null ? 0 : 1)
                + (item.email() == null ? 0 : 1);
    }
}
