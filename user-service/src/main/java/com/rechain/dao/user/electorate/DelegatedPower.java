package com.rechain.dao.user.electorate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.rechain.dao.user.delegation.ScopeView;
import com.rechain.dao.user.weight.Weight;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives to others and gets from them, edge by edge, directly: how far weight is
 * handed on, and how much one delegate may have, a proposal's rules decide when its vote starts.
 */
@Schema(name = "DelegatedPower")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DelegatedPower(
        @Schema(
                        required = true,
                        examples = "40",
                        description = "From others, while they do not vote")
                String received,
        @Schema(
                        required = true,
                        examples = "10",
                        description = "Of the own weight, what only an own ballot can count")
                String retained,
        @Schema(required = true) List<Edge> givenTo,
        @Schema(required = true, description = "At most 500, those that amount to most")
                List<Edge> receivedFrom,
        @Schema(description = "Why nothing is received")
                @Nullable NothingReceived receivedZeroBecause) {
    private static final int MOST = 500;

    /** One delegation. */
    @Schema(name = "DelegatedPowerEdge")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Edge(
            @Schema(required = true, description = "The one on the other side") UUID userId,
            @Schema(required = true) ScopeView scope,
            @Schema(required = true) int basisPoints,
            @Schema(required = true, examples = "40") String amount,
            @Schema(required = true) Instant since,
            @Nullable Instant expiresAt,
            @Schema(description = "Why it amounts to 0") @Nullable NoAmount zeroBecause) {

        BigInteger value() {
            return new BigInteger(amount);
        }
    }

    /** Why a delegation amounts to nothing. */
    public enum NoAmount {
        /** The delegator has one for something narrower, or another topic comes first. */
        NARROWER_DELEGATION,
        /** It is for a topic or proposal that was not asked about. */
        OTHER_SCOPE,
        /** The delegator has no weight. */
        NO_WEIGHT,
        /** The part of the weight is less than 1. */
        ROUNDED_DOWN
    }

    /** Why nobody gives anything. */
    public enum NothingReceived {
        /** Nobody has a delegation to this member that is in force. */
        NO_DELEGATION,
        /** Those who delegate give nothing: each edge says why. */
        ALL_AMOUNT_TO_ZERO
    }

    static DelegatedPower of(Weight weight, List<Edge> given, List<Edge> received) {
        BigInteger sum = sum(received);
        NothingReceived nothing =
                received.isEmpty()
                        ? NothingReceived.NO_DELEGATION
                        : NothingReceived.ALL_AMOUNT_TO_ZERO;
        return new DelegatedPower(
                sum.toString(),
                weight.value().subtract(sum(given)).toString(),
                given,
                received.stream().limit(MOST).toList(),
                sum.signum() == 0 ? nothing : null);
    }

    private static BigInteger sum(List<Edge> edges) {
        return edges.stream().map(Edge::value).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
