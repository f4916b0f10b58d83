package com.rechain.dao.proposal.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a proposal's signing and plan stand: the terms and the hash that were frozen, and what became
 * of it; null for what has not happened.
 */
public record Enactment(
        @Nullable Terms terms,
        @Nullable String actionsHash,
        int signatures,
        @Nullable Instant executedAt,
        @Nullable Cancellation veto) {}
