package com.rechain.dao.voting.ballot;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import com.rechain.dao.tally.json.Fault;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.json.UnicodeText;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a voter sends. Read by hand: it is on the hot path, and the form of {@code choice} is the
 * voting system's affair.
 *
 * @param choice basic and single choice: the number of an option, from 1
 * @param reason why, at most 5,000 characters; public with the ballot
 */
public record BallotRequest(
        @Schema(implementation = Object.class, required = true) JsonNode choice,
        @Schema(maxLength = 5000) @Nullable String reason) {
    private static final int MAX_REASON = 5_000;

    /**
     * @throws ProblemException {@code malformed-request} when the body has another shape
     */
    static BallotRequest read(byte[] body) {
        return switch (StrictJson.parse(body)) {
            case Parsed.Accepted<JsonNode>(JsonNode json) -> read(json);
            case Parsed.Refused<JsonNode>(List<Fault> faults) ->
                    throw malformed(
                            faults.stream()
                                    .map(fault ->
                                            new FieldError("body", fault.rule(), fault.message()))
                                    .toList());
        };
    }

    private static BallotRequest read(JsonNode json) {
        if (!json.isObject()) {
            throw malformed(List.of(new FieldError("body", "object", "An object is expected.")));
        }
        List<FieldError> errors = new ArrayList<>();
        json.fieldNames()
                .forEachRemaining(name -> {
                    if (!name.equals("choice") && !name.equals("reason")) {
                        errors.add(new FieldError(name, "known-field", "This field is not known."));
                    }
                });
        if (!json.has("choice")) {
            errors.add(new FieldError("choice", "required", "A choice is expected."));
        }
        checkReason(json.path("reason"), errors);
        if (!errors.isEmpty()) {
            throw malformed(errors);
        }
        return new BallotRequest(json.get("choice"), json.path("reason").textValue());
    }

    private static void checkReason(JsonNode reason, List<FieldError> errors) {
        if (reason.isMissingNode() || reason.isNull()) {
            return;
        }
        if (!reason.isTextual()) {
            errors.add(new FieldError("reason", "string", "Text is expected."));
        } else if (!UnicodeText.isWellFormed(reason.textValue())) {
            errors.add(new FieldError("reason", "unicode", "The text holds half a character."));
        } else if (reason.textValue().codePointCount(0, reason.textValue().length()) > MAX_REASON) {
            errors.add(
                    new FieldError(
                            "reason",
                            "max-length",
                            "At most %d characters are taken.".formatted(MAX_REASON)));
        }
    }

    private static ProblemException malformed(List<FieldError> errors) {
        return new ProblemException(
                PlatformProblem.MALFORMED_REQUEST
                        .with("The ballot is not well formed.")
                        .because(errors));
    }
}
