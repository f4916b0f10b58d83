package com.rechain.dao.voting.electorate;

import com.rechain.dao.tally.record.EligibleVoter;
import java.math.BigInteger;
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

    /** The entry's leaf in the electorate's Merkle tree, over what was frozen of it. */
    public byte[] leafHash() {
        return new EligibleVoter(voterId, ownWeight, receivedWeight, sourcesRoot).leafHash();
    }
}
