package com.rechain.dao.platform.telemetry;

import java.util.LinkedHashMap;
import java.util.Map;

/** Header fields of an exporter. They carry keys, so their text never shows a value. */
public record HeaderFields(Map<String, String> fields) {
    public HeaderFields {
        fields = Map.copyOf(fields);
    }

    /**
     * Reads {@code name=value,name=value}. Not a converter of the configuration: that would show
     * the whole text when it fails.
     *
     * @throws IllegalArgumentException when a part has no name
     */
    static HeaderFields parse(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                int equals = part.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException(
                            "header fields are written name=value, separated by commas");
                }
                fields.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
            }
        }
        return new HeaderFields(fields);
    }

    @Override
    public String toString() {
        return "header fields " + fields.keySet();
    }
}
