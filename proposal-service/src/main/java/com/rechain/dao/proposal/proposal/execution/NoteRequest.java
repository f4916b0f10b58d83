package com.rechain.dao.proposal.proposal.execution;

import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.tally.json.UnicodeText;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Says that people have done an action, and how. */
@Schema(name = "NoteRequest", requiredProperties = "note")
public record NoteRequest(
        @Schema(minLength = 1, maxLength = 5_000, description = "Public.") @Nullable String note) {
    private static final int MAX = 5_000;

    /** The rule this request breaks, if any. */
    Optional<FieldError> error() {
        if (note == null || note.isBlank()) {
            return Optional.of(new FieldError("note", "required", "A public note must be given."));
        }
        if (note.codePointCount(0, note.length()) > MAX) {
            return Optional.of(
                    new FieldError("note", "length", "It may have " + MAX + " characters."));
        }
        return UnicodeText.isWellFormed(note) && note.indexOf('\0') < 0
                ? Optional.empty()
                : Optional.of(
                        new FieldError(
                                "note",
                                "well-formed-text",
                                "It must be well-formed Unicode without NUL characters."));
    }
}
