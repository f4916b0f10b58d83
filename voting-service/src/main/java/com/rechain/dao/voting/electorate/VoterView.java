package com.rechain.dao.voting.electorate;

import java.util.HexFormat;
import java.util.UUID;

/**
 * A voter's entry as the API shows it, with the leaf hash that the electorate's root commits to.
 */
public record VoterView(
        UUID proposalId,
        UUID userId,
        String ownWeight,
        String receivedWeight,
        String weight,
        String leafHash) {

    static VoterView of(UUID proposalId, Voter voter) {
        return new VoterView(
                proposalId,
                voter.voterId(),
                voter.ownWeight().toString(),
                voter.receivedWeight().toString(),
                voter.weight().toString(),
                HexFormat.of().formatHex(voter.leafHash()));
    }
}
