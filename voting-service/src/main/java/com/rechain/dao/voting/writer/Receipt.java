package com.rechain.dao.voting.writer;

import com.rechain.dao.tally.json.Sha256;
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
        return unhashed.withHash(Sha256.hex(unhashed.ballot()));
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

    /** The canonical ballot (RFC 8785): all fields but the hash. */
    String ballot() {
        return "{" + fieldsAfterHash();
    }

    /** The canonical receipt (RFC 8785), which is the answer's body. */
    public String canonical() {
        return "{\"ballotHash\":\"" + ballotHash + "\"," + fieldsAfterHash();
    }

    /** Written by hand because it is hot: the names are in order, and no value needs an escape. */
    private String fieldsAfterHash() {
        return "\"castAt\":\""
                + castAt
                + "\",\"choice\":"
                + choice
                + ",\"nonce\":\""
                + nonce
                + "\",\"proposalId\":\""
                + proposalId
                + "\",\"reasonHash\":"
                + (reasonHash == null ? "null" : '"' + reasonHash + '"')
                + ",\"revision\":"
                + revision
                + ",\"rulesHash\":\""
                + rulesHash
                + "\",\"voterId\":\""
                + voterId
                + "\",\"weight\":\""
                + weight
                + "\"}";
    }
}
