package com.rechain.dao.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rechain.dao.platform.request.TraceContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A fact that another service announced.
 *
 * @param type name and major version, such as {@code proposal.published.v1}
 * @param payload JSON; its schema is in {@code contracts/events}
 */
public record Event(
        UUID id,
        String type,
        UUID aggregateId,
        Instant occurredAt,
        @Nullable String traceparent,
        String payload) {
    static final String ID_HEADER = "event-id";
    static final String TYPE_HEADER = "event-type";
    static final String TIME_HEADER = "occurred-at";

    /**
     * Reads a record of one of our topics.
     *
     * @throws PoisonEventException when it is not one of our events
     */
    public static Event from(ConsumerRecord<String, String> record) {
        try {
            if (record.key() == null || record.value() == null) {
                throw new PoisonEventException("it has no key or no value");
            }
            return new Event(
                    UUID.fromString(required(record, ID_HEADER)),
                    required(record, TYPE_HEADER),
                    UUID.fromString(record.key()),
                    Instant.parse(required(record, TIME_HEADER)),
                    header(record, TraceContext.HEADER),
                    record.value());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new PoisonEventException("its envelope cannot be read", e);
        }
    }

    /**
     * The type without its version: {@code proposal.published} of {@code proposal.published.v1}.
     */
    String name() {
        int version = type.lastIndexOf(".v");
        return version < 0 ? type : type.substring(0, version);
    }

    private static String required(ConsumerRecord<String, String> record, String name) {
        String value = header(record, name);
        if (value == null) {
            throw new PoisonEventException("it has no header " + name);
        }
        return value;
    }

    private static @Nullable String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
