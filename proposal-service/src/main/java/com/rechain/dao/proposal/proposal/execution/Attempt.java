package com.rechain.dao.proposal.proposal.execution;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One try of an action. */
@Schema(name = "Attempt")
public record Attempt(
        @JsonIgnore int position,
        @Schema(description = "Counts the tries of the action, from 1.") int attempt,
        Instant startedAt,
        @Schema(nullable = true, description = "Missing for one that was cut off.")
                @Nullable Instant endedAt,
        @Schema(
                        nullable = true,
                        enumeration = {"DONE", "UNSURE", "REFUSED"},
                        description = "UNSURE: it is tried again. REFUSED: only when asked for.")
                @Nullable String result,
        @Schema(nullable = true, description = "What the other side answered.")
                @Nullable String detail) {}
