package com.rechain.dao.voting.electorate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A voter's entry as the API shows it, with the leaf hash that the electorate's root commits to.
 *
 * @param receivedWeight from others, as it was frozen
 * @param overriddenWeight how much of that direct votes have taken back by now; null, like all that
 *     tells who has voted, while the rules hide the vote
 * @param weight what the voter's ballot carries now; while the rules hide the vote, at its start
 * @param sourcesRoot root over all that was received, in the order of {@code received}
 * @param received where weight comes from; the first 100, all of it under {@code /received}
 * @param given where the voter's own weight may flow to while the voter does not vote
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record VoterView(
        UUID proposalId,
        UUID userId,
        String ownWeight,
        String receivedWeight,
        @Nullable String overriddenWeight,
        String weight,
        String leafHash,
        @Nullable String sourcesRoot,
        List<FlowView> received,
        List<FlowView> given) {

    /**
     * Weight of an owner that the last on its path may vote with.
     *
     * @param number its place among the electorate's flows; the order of a voter's root
     * @param path who hands it to whom, under which delegation
     * @param overriddenBy whose direct vote has taken it back; null while it flows
     */
    @Schema(name = "Flow")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record FlowView(
            int number,
            UUID ownerId,
            String amount,
            @JsonRawValue @Schema(implementation = Hop[].class) String path,
            @Nullable UUID overriddenBy) {

        FlowView sealed() {
            return new FlowView(number, ownerId, amount, path, null);
        }
    }

    /** One hand that weight passes into. */
    @Schema(name = "FlowHop")
    public record Hop(UUID delegateId, String scope, int basisPoints) {}

    /** The same without what tells who has voted. */
    VoterView sealed() {
        return new VoterView(
                proposalId,
                userId,
                ownWeight,
                receivedWeight,
                null,
                new BigInteger(ownWeight).add(new BigInteger(receivedWeight)).toString(),
                leafHash,
                sourcesRoot,
                received.stream().map(FlowView::sealed).toList(),
                given.stream().map(FlowView::sealed).toList());
    }

    static VoterView of(
            UUID proposalId, Voter voter, List<FlowView> received, List<FlowView> given) {
        return new VoterView(
                proposalId,
                voter.voterId(),
                voter.ownWeight().toString(),
                voter.receivedWeight().toString(),
                voter.overriddenWeight().toString(),
                voter.weight().toString(),
                HexFormat.of().formatHex(voter.leafHash()),
                voter.sourcesRoot(),
                received,
                given);
    }
}
