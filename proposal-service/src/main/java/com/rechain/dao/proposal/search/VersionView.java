package com.rechain.dao.proposal.search;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One wording of a proposal. */
@Schema(name = "ProposalVersion")
public record VersionView(
        int revision,
        UUID editedBy,
        Instant editedAt,
        @Schema(description = "Whether this is the wording that was published.") boolean published,
        @Schema(
                        type = SchemaType.OBJECT,
                        description =
                                "title, body, system, choices, rules, startsAt, endsAt, labels as they were then.")
                @JsonRawValue
                String content) {}
