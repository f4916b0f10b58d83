package com.rechain.dao.platform.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way out.
 *
 * @param aggregateId the thing it is about: the key that its order is kept by
 * @param traceparent the trace that it came out of, if any
 * @param payload JSON
 */
public record OutboxMessage(
        UUID eventId,
        String type,
        UUID aggregateId,
        Instant occurredAt,
        @Nullable String traceparent,
        String payload) {}
