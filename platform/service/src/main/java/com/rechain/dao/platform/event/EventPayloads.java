package com.rechain.dao.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reads event payloads. A newer minor version may say more than we know: unknown fields are passed
 * over.
 */
@ApplicationScoped
public class EventPayloads {
    private final ObjectReader reader;

    EventPayloads(ObjectMapper json) {
        reader = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * The payload of {@code event} as {@code type}.
     *
     * @throws PoisonEventException when it does not fit
     */
    public <T> T read(Event event, Class<T> type) {
        try {
            return reader.forType(type).readValue(event.payload());
        } catch (JsonProcessingException e) {
            throw new PoisonEventException("its payload is not a " + event.type(), e);
        }
    }
}
