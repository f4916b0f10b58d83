package com.rechain.dao.proposal.proposal.lifecycle;

import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.tally.json.UnicodeText;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request to call a proposal off. */
@Schema(name = "CancelRequest", requiredProperties = "reason")
public record CancelRequest(
        @Schema(minLength = 1, maxLength = 5_000, description = "Public.")
                @Nullable String reason) {
    private static final int MAX_REASON = 5_000;

    /** The rule this request breaks, if any. */
    Optional<FieldError> error() {
        if (reason == null || reason.isBlank()) {
            return Optional.of(
                    new FieldError("reason", "required", "A public reason must be given."));
        }
        if (reason.codePointCount(0, reason.length()) > MAX_REASON) {
            return Optional.of(
                    new FieldError(
                            "reason",
                            "length",
                            "It must have at most " + MAX_REASON + " characters."));
        }
        return UnicodeText.isWellFormed(reason) && reason.indexOf('\0') < 0
                ? Optional.empty()
                : Optional.of(
                        new FieldError(
                                "reason",
                                "well-formed-text",
                                "It must be well-formed Unicode without NUL characters."));
    }
}
