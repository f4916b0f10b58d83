package com.rechain.dao.proposal.proposal.execution;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an action stands.
 *
 * @param position counts the actions of a proposal, from 1
 * @param executionId the same for every attempt: whoever is asked twice knows it by this
 * @param tries how often it was tried since it was last set going
 */
record ActionRow(
        int position,
        UUID executionId,
        ActionStatus status,
        int tries,
        @Nullable Instant doneAt,
        @Nullable UUID doneBy,
        @Nullable String note) {}
