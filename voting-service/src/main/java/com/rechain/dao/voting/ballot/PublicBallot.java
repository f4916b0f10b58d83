package com.rechain.dao.voting.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A current ballot as everybody who may see the proposal sees it.
 *
 * @param weight that it carries now
 * @param castWeight that it carried when it was cast, which its hash is over; more than {@code
 *     weight} where delegators have voted since
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PublicBallot(
        UUID voterId,
        int revision,
        @JsonRawValue @Schema(implementation = Object.class) String choice,
        @Nullable String reason,
        String weight,
        String castWeight,
        String ballotHash,
        Instant castAt) {}
