package com.rechain.dao.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that its caller may repeat.
 *
 * @param scopeId what the key is unique within, beside the caller
 * @param key the caller's {@code Idempotency-Key}, or null when the request has none
 * @param hash SHA-256 over what was asked: the same key must come with the same
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement, and compared by MessageDigest
public record IdempotentRequest(UUID scopeId, UUID callerId, @Nullable String key, byte[] hash) {
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .findAndAddModules()
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .build();

    /**
     * The request {@code operation} (method and path) with {@code body}, asked by {@code callerId}.
     *
     * @throws ProblemException {@code malformed-request} when the key has another form than 1 to
     *     255 visible ASCII characters
     */
    public static IdempotentRequest of(
            UUID scopeId,
            UUID callerId,
            @Nullable String key,
            String operation,
            @Nullable Object body) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw new ProblemException(
                    PlatformProblem.MALFORMED_REQUEST
                            .with("The idempotency key is not well formed.")
                            .because(HEADER, "form", "a key is 1 to 255 visible ASCII characters"));
        }
        return new IdempotentRequest(scopeId, callerId, key, hash(operation, body));
    }

    private static byte[] hash(String operation, @Nullable Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(operation.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(JSON.writeValueAsBytes(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + operation, e);
        }
    }
}
