package com.rechain.dao.proposal.proposal.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.proposal.proposal.ProposalContent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request for a new draft. */
@Schema(
        name = "DraftRequest",
        requiredProperties = {"spaceId", "title", "body", "system", "endsAt"})
public record DraftRequest(
        @Nullable UUID spaceId,
        @Schema(minLength = 10, maxLength = 200) @Nullable String title,
        @Schema(minLength = 50, maxLength = 50_000, description = "Markdown.")
                @Nullable String body,
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
                @Nullable String system,
        @Schema(
                        minItems = 2,
                        maxItems = 500,
                        uniqueItems = true,
                        description =
                                "1 to 200 characters each; a basic vote has For, Against and Abstain and may leave them out.")
                @Nullable List<@Nullable String> choices,
        @Schema(
                        implementation = Object.class,
                        type = SchemaType.OBJECT,
                        nullable = true,
                        description =
                                "What is not as usual for the system, or a preset and what differs from it; docs/formats/vote-file.md has all of it.")
                @Nullable JsonNode rules,
        @Schema(nullable = true, description = "Missing or null: as soon as it is published.")
                @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Schema(
                        maxItems = 10,
                        uniqueItems = true,
                        description = "1 to 40 characters each, kept in lower case.")
                @Nullable List<@Nullable String> labels,
        @Schema(
                        implementation = ActionSchema.class,
                        type = SchemaType.ARRAY,
                        nullable = true,
                        maxItems = 10,
                        description =
                                "What is done, in this order, when it has succeeded and its timelock has passed.")
                @Nullable JsonNode actions,
        @Schema(implementation = TimelockSchema.class, nullable = true)
                @Nullable JsonNode timelock) {

    /** What is written, without where. */
    ProposalContent content() {
        return new ProposalContent(
                title, body, system, choices, rules, startsAt, endsAt, labels, actions, timelock);
    }
}
