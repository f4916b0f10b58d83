package com.rechain.dao.voting.electorate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.rechain.dao.tally.outcome.Eligible;
import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The electorate of a vote as the API shows it. Everything after {@code state} is null until it is
 * READY.
 *
 * @param at the instant whose members and weights it holds
 * @param voters who may cast a ballot, delegates without own weight among them
 * @param totalWeight of all own weights, so that nothing delegated counts twice
 * @param merkleRoot RFC 6962 root over the entries in the order of their voters' ids
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Electorate(
        UUID proposalId,
        Instant at,
        String state,
        @Nullable Long voters,
        @Nullable String totalWeight,
        @Nullable String merkleRoot,
        @Nullable Instant readyAt) {

    public boolean isReady() {
        return state.equals("READY");
    }

    /** All who can vote; nobody while it is not READY. */
    public Eligible eligible() {
        return totalWeight == null || voters == null
                ? new Eligible(BigInteger.ZERO, 0)
                : new Eligible(new BigInteger(totalWeight), voters);
    }
}
