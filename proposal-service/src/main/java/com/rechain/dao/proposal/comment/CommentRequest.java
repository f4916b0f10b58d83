package com.rechain.dao.proposal.comment;

import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.tally.json.UnicodeText;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request to say something. */
@Schema(name = "CommentRequest", requiredProperties = "body")
public record CommentRequest(
        @Schema(minLength = 1, maxLength = 5_000, description = "Markdown.") @Nullable String body,
        @Schema(
                        nullable = true,
                        description = "The comment of the same proposal that this one answers.")
                @Nullable UUID parentId) {
    private static final int MAX_BODY = 5_000;

    /** The rule this request breaks, if any. */
    Optional<FieldError> error() {
        if (body == null || body.isBlank()) {
            return Optional.of(new FieldError("body", "required", "It must not be empty."));
        }
        if (body.codePointCount(0, body.length()) > MAX_BODY) {
            return Optional.of(
                    new FieldError(
                            "body", "length", "It must have at most " + MAX_BODY + " characters."));
        }
        return UnicodeText.isWellFormed(body) && body.indexOf('\0') < 0
                ? Optional.empty()
                : Optional.of(
                        new FieldError(
                                "body",
                                "well-formed-text",
                                "It must be well-formed Unicode without NUL characters."));
    }
}
