package com.rechain.dao.voting.writer;

import com.rechain.dao.tally.record.RecordedBallot;
import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Proof for a voter of what was recorded. Its text is made here once, stored with the ballot, and
 * answered as stored ever after; a signature would go over exactly that text.
 *
 * @param ballotHash SHA-256 over the receipt's other fields in canonical form
 */
public record Receipt(
        UUID proposalId,
        UUID voterId,
        int revision,
        @Schema(implementation = Object.class) String choice,
        @Nullable String reasonHash,
        @Schema(implementation = String.class) BigInteger weight,
        String rulesHash,
        String nonce,
        Instant castAt,
        String ballotHash) {

    static Receipt of(Cast cast, int revision, BigInteger weight) {
        Receipt unhashed =
                new Receipt(
                        cast.box().proposalId(),
                        cast.voterId(),
                        revision,
                        cast.choice(),
                        cast.reasonHash(),
                        weight,
                        cast.box().rulesHash(),
                        cast.nonce(),
                        cast.receivedAt(),
                        "");
        return unhashed.withHash(unhashed.ballot().hash());
    }

    private Receipt withHash(String hash) {
        return new Receipt(
                proposalId,
                voterId,
                revision,
                choice,
                reasonHash,
                weight,
                rulesHash,
                nonce,
                castAt,
                hash);
    }

    /** The canonical receipt (RFC 8785), which is the answer's body. */
    public String canonical() {
        return ballot().receipt(ballotHash);
    }

    /** What the hash is over. */
    RecordedBallot ballot() {
        return new RecordedBallot(
                proposalId,
                voterId,
                revision,
                choice,
                reasonHash,
                weight,
                rulesHash,
                nonce,
                castAt);
    }
}
