package com.rechain.dao.user.weight;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the ledger: from {@code effectiveAt} on the account weighs {@code weight}, until the
 * next one.
 */
public record Checkpoint(
        UUID accountId, Instant effectiveAt, Weight weight, WeightSource source, UUID setBy) {}
