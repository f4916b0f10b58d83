package com.rechain.dao.proposal.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the steps of a proposal's life were taken; null for those that were not. */
public record History(
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt,
        @Nullable Instant startedAt,
        @Nullable Cancellation cancellation,
        @Nullable Instant concludedAt) {}
