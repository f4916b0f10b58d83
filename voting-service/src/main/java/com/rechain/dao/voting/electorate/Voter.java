package com.rechain.dao.voting.electorate;

import com.rechain.dao.tally.log.MerkleTree;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an electorate: a voter, and what the voter's ballot carries.
 *
 * @param receivedWeight from others, as it was frozen
 * @param sourcesRoot RFC 6962 root over what was received, in hexadecimal; null for nothing
 * @param overriddenWeight how much of what was received has been taken back by direct votes
 */
public record Voter(
        UUID voterId,
        BigInteger ownWeight,
        BigInteger receivedWeight,
        @Nullable String sourcesRoot,
        BigInteger overriddenWeight) {

    /** What a ballot of this voter carries now. */
    public BigInteger weight() {
        return ownWeight.add(receivedWeight).subtract(overriddenWeight);
    }

    /** The RFC 8785 text of the frozen entry: its fields in order, nothing to escape. */
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
