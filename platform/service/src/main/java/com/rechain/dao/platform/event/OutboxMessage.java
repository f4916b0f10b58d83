package com.rechain.dao.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

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
        String payload) {
    /** Kafka takes records of up to a megabyte; headers and key need some of it. */
    static final int LARGEST_PAYLOAD = 1_000_000;

    public OutboxMessage {
        // In the outbox it would stand in the way of all that come after it.
        if (utf8Length(payload) > LARGEST_PAYLOAD) {
            throw new IllegalArgumentException(type + " is too large to be sent");
        }
    }

    private static int utf8Length(String text) {
        return text.length() <= LARGEST_PAYLOAD / 3 ? 0 : text.getBytes(UTF_8).length;
    }
}
