package com.rechain.dao.voting.electorate;

import com.rechain.dao.tally.log.MerkleTree;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One entry of an electorate: a voter and the weight the voter's ballot will carry. */
public record Voter(UUID voterId, BigInteger ownWeight, BigInteger receivedWeight) {

    public BigInteger weight() {
        return ownWeight.add(receivedWeight);
    }

    /** The RFC 8785 text of the entry: three fields, already in order, nothing to escape. */
    public String canonical() {
        return "{\"ownWeight\":\""
                + ownWeight
                + "\",\"receivedWeight\":\""
                + receivedWeight
                + "\",\"voterId\":\""
                + voterId
                + "\"}";
    }

    /** The entry's leaf in the electorate's Merkle tree. */
    public byte[] leafHash() {
        return MerkleTree.leafHash(canonical().getBytes(StandardCharsets.US_ASCII));
    }
}
