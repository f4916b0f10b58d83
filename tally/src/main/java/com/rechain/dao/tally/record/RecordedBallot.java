package com.rechain.dao.tally.record;

import com.rechain.dao.tally.json.Sha256;
import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ballot as it was recorded.
 *
 * @param choice canonical text
 * @param nonce 32 hexadecimal digits of chance
 */
public record RecordedBallot(
        UUID proposalId,
        UUID voterId,
        int revision,
        String choice,
        @Nullable String reasonHash,
        BigInteger weight,
        String rulesHash,
        String nonce,
        Instant castAt) {

    /** The ballot's name: SHA-256 over its canonical text. */
    public String hash() {
        return Sha256.hex(canonical());
    }

    /** The canonical ballot (RFC 8785). */
    public String canonical() {
        return "{" + fields();
    }

    /** The canonical receipt (RFC 8785): the ballot with its hash. */
    public String receipt(String hash) {
        return "{\"ballotHash\":\"" + hash + "\"," + fields();
    }

    /** Written by hand because it is hot: the names are in order, and no value needs an escape. */
    private String fields() {
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
