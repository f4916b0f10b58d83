package com.rechain.dao.test.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An access token in the making: valid as it stands, until a test spoils a header or a claim. */
public record TokenDraft(Map<String, Object> headers, Map<String, Object> claims, SigningKey key) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    static TokenDraft valid(UUID userId, String handle) {
        Instant now = Instant.now();
        SigningKey key = SigningKey.trusted();
        Map<String, Object> headers = Map.of("alg", "RS256", "typ", "at+jwt", "kid", key.id());
        Map<String, Object> claims =
                Map.of(
                        "iss", "https://rechain-dao",
                        "aud", "rechain-dao-api",
                        "sub", userId.toString(),
                        "sid", UUID.randomUUID().toString(),
                        "preferred_username", handle,
                        "iat", now.getEpochSecond(),
                        "exp", now.plus(LIFETIME).getEpochSecond(),
                        "jti", UUID.randomUUID().toString());
        return new TokenDraft(headers, claims, key);
    }

    /** With a header changed, or removed by a null. */
    public TokenDraft header(String name, @Nullable Object value) {
        return new TokenDraft(changed(headers, name, value), claims, key);
    }

    /** With a claim changed, or removed by a null. */
    public TokenDraft claim(String name, @Nullable Object value) {
        return new TokenDraft(headers, changed(claims, name, value), key);
    }

    /** Issued and ended so long ago. */
    public TokenDraft expired(Duration ago) {
        Instant end = Instant.now().minus(ago);
        return claim("iat", end.minus(LIFETIME).getEpochSecond())
                .claim("exp", end.getEpochSecond());
    }

    /** Signed by another key, under whatever key id the headers name. */
    public TokenDraft signedBy(SigningKey other) {
        return new TokenDraft(headers, claims, other);
    }

    /** The compact form with a genuine signature of the draft's key. */
    public String signed() {
        String content = content();
        return content + "." + base64Url(key.sign(content.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The compact form without any signature. */
    public String unsigned() {
        return content() + ".";
    }

    private String content() {
        return base64Url(json(headers)) + "." + base64Url(json(claims));
    }

    private static Map<String, Object> changed(
            Map<String, Object> before, String name, @Nullable Object value) {
        Map<String, Object> after = new LinkedHashMap<>(before);
        if (value == null) {
            after.remove(name);
        } else {
            after.put(name, value);
        }
        return after;
    }

    private static byte[] json(Map<String, Object> content) {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
