package com.rechain.dao.user.space;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A space as everybody sees it who may see it. */
@Schema(name = "Space")
public record SpaceView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "analytical-engines") String slug,
        @Schema(required = true, examples = "Friends of Analytical Engines") String name,
        @Schema(required = true, examples = "We decide what to weave next.") String about,
        @Schema(required = true) Visibility visibility,
        @Schema(required = true) SpaceStatus status,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt,
        @JsonIgnore long version) {}
