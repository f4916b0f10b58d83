package com.rechain.dao.voting.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.voting.writer.CurrentBallot;
import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A voter's own current ballot, with the receipt as it was answered.
 *
 * @param weight that it carries now
 * @param castWeight that it carried when it was cast, which its hash is over; more than {@code
 *     weight} where delegators have voted since
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MyBallot(
        UUID proposalId,
        UUID voterId,
        int revision,
        @JsonRawValue @Schema(implementation = Object.class) String choice,
        @Nullable String reason,
        String weight,
        String castWeight,
        String ballotHash,
        Instant castAt,
        @JsonRawValue @Schema(implementation = Object.class) String receipt) {

    CurrentBallot current() {
        return new CurrentBallot(
                revision,
                choice,
                reason == null ? null : Sha256.hex(reason),
                new BigInteger(weight),
                castAt,
                receipt);
    }
}
