package com.rechain.dao.tally.record;

import com.rechain.dao.tally.log.MerkleTree;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an electorate as it was frozen.
 *
 * @param sourcesRoot RFC 6962 root over what was received, in hexadecimal; null for nothing
 */
public record EligibleVoter(
        UUID voterId,
        BigInteger ownWeight,
        BigInteger receivedWeight,
        @Nullable String sourcesRoot) {

    /** The RFC 8785 text: its fields in order, nothing to escape. */
    public String canonical() {
        return "{\"ownWeight\":\""
                + ownWeight
                + "\",\"receivedWeight\":\""
                + receivedWeight
                + (sourcesRoot == null ? "" : "\",\"sourcesRoot\":\"" + sourcesRoot)
                + "\",\"voterId\":\""
                + voterId
                + "\"}";
    }

    /** The entry's leaf in the electorate's Merkle tree. */
    public byte[] leafHash() {
        return MerkleTree.leafHash(canonical().getBytes(StandardCharsets.US_ASCII));
    }
}
