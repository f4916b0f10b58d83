package com.rechain.dao.user.weightimport;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import did. */
@Schema(name = "WeightImport")
public record ImportView(
        @Schema(required = true) UUID spaceId,
        @Schema(required = true, description = "Since when the weights count") Instant effectiveAt,
        @Schema(required = true, examples = "49998") int changed,
        @Schema(
                        required = true,
                        examples = "2",
                        description = "Lines that named the weight there was")
                int unchanged) {}
