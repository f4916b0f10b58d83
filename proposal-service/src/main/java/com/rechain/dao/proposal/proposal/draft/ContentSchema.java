package com.rechain.dao.proposal.proposal.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an edit may contain, for the API's description only: an edit is read as a merge patch. */
@Schema(name = "DraftPatch")
public record ContentSchema(
        @Schema(minLength = 10, maxLength = 200) String title,
        @Schema(minLength = 50, maxLength = 50_000) String body,
        @Schema(
                        enumeration = {
                            "basic",
                            "optimistic",
                            "single-choice",
                            "approval",
                            "weighted",
                            "quadratic",
                            "score",
                            "borda",
                            "ranked-choice",
                            "stv",
                            "copeland",
                            "schulze",
                            "budget"
                        })
                String system,
        @Schema(nullable = true, minItems = 2, maxItems = 500, uniqueItems = true)
                List<String> choices,
        @Schema(implementation = Object.class, type = SchemaType.OBJECT, nullable = true)
                JsonNode rules,
        @Schema(nullable = true) Instant startsAt,
        Instant endsAt,
        @Schema(nullable = true, maxItems = 10, uniqueItems = true) List<String> labels,
        @Schema(
                        implementation = ActionSchema.class,
                        type = SchemaType.ARRAY,
                        nullable = true,
                        maxItems = 10)
                JsonNode actions,
        @Schema(implementation = TimelockSchema.class, nullable = true) JsonNode timelock) {}
