package com.rechain.dao.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One occurrence of an error, as RFC 9457 problem details. Immutable. */
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "traceId", "errors"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String traceId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
        @JsonIgnore Map<String, Object> extensions,
        @JsonIgnore @Nullable Duration retryAfter) {
    /** The media type problems are sent as. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Set<String> STANDARD_MEMBERS =
            Set.of("type", "title", "status", "detail", "instance", "code", "traceId", "errors");
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    public Problem {
        errors = List.copyOf(errors);
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    static Problem of(ProblemType kind, String detail) {
        URI type = URI.create("urn:rechain-dao:problem:" + kind.code());
        return new Problem(
                type,
                kind.title(),
                kind.status(),
                detail,
                kind.code(),
                null,
                List.of(),
                Map.of(),
                null);
    }

    /** This problem with one more broken rule. */
    public Problem because(String field, String rule, String message) {
        List<FieldError> more = new ArrayList<>(errors);
        more.add(new FieldError(field, rule, message));
        return new Problem(
                type, title, status, detail, code, traceId, more, extensions, retryAfter);
    }

    /** This problem with the broken rules {@code errors} instead of its own. */
    public Problem because(List<FieldError> broken) {
        return new Problem(
                type, title, status, detail, code, traceId, broken, extensions, retryAfter);
    }

    /**
     * This problem with one more member beside the standard ones.
     *
     * @throws IllegalArgumentException for the name of a standard one: the JSON would have it twice
     */
    public Problem and(String member, Object value) {
        if (STANDARD_MEMBERS.contains(member)) {
            throw new IllegalArgumentException(member + " is a standard member");
        }
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(member, value);
        return new Problem(type, title, status, detail, code, traceId, errors, more, retryAfter);
    }

    /**
     * This problem with the advice to come back after {@code delay}, sent as {@code Retry-After}.
     */
    public Problem retryAfter(Duration delay) {
        return new Problem(type, title, status, detail, code, traceId, errors, extensions, delay);
    }

    /** This problem as an occurrence within the trace {@code traceId}. */
    public Problem inTrace(@Nullable String traceId) {
        return new Problem(
                type, title, status, detail, code, traceId, errors, extensions, retryAfter);
    }

    /** The value of the {@code Retry-After} header in whole seconds, at least 1. */
    public Optional<String> retryAfterSeconds() {
        return Optional.ofNullable(retryAfter)
                .map(delay -> Long.toString(Math.max(1, delay.plusMillis(999).toSeconds())));
    }

    /** The extension members, beside the standard ones in the JSON. */
    @JsonAnyGetter
    public Map<String, Object> extensionMembers() {
        return extensions;
    }

    /** The UTF-8 JSON of this problem. */
    public byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always writable", e);
        }
    }
}
