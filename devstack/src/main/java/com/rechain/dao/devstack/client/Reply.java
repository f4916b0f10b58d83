package com.rechain.dao.devstack.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/** An answer of the API. */
public record Reply(String request, int status, HttpHeaders headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public boolean succeeded() {
        return status / 100 == 2;
    }

    /**
     * This reply, when it is a success.
     *
     * @throws IllegalStateException naming the request and the answer otherwise
     */
    public Reply orFail() {
        if (!succeeded()) {
            throw new IllegalStateException(
                    "%s was answered %d: %s".formatted(request, status, body));
        }
        return this;
    }

    /** The body read as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(request + " was not answered in JSON: " + body, e);
        }
    }

    /** The text of a field of the JSON body; empty when it is not there. */
    public String text(String field) {
        return json().path(field).asText();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
