package com.rechain.dao.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A token in the making: valid as it stands, until a test spoils it. */
final class Forge {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final String KEY_ID = "key-1";
    static final String USER = "01890a5d-ac96-774b-bcce-b302099a8057";
    static final String SESSION = "01890a5d-ac96-774b-bcce-b302099a8058";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();

    private Forge() {
        header.put("alg", "RS256");
        header.put("typ", "at+jwt");
        header.put("kid", KEY_ID);
        claims.put("iss", "https://rechain-dao");
        claims.put("aud", "rechain-dao-api");
        claims.put("sub", USER);
        claims.put("sid", SESSION);
        claims.put("preferred_username", "ada");
        claims.put("iat", NOW.minusSeconds(60).getEpochSecond());
        claims.put("exp", NOW.plusSeconds(600).getEpochSecond());
        claims.put("jti", "j");
    }

    static Forge valid() {
        return new Forge();
    }

    Forge header(String name, @Nullable Object value) {
        return put(header, name, value);
    }

    Forge claim(String name, @Nullable Object value) {
        return put(claims, name, value);
    }

    private Forge put(Map<String, Object> target, String name, @Nullable Object value) {
        if (value == null) {
            target.remove(name);
        } else {
            target.put(name, value);
        }
        return this;
    }

    String signed() {
        return signed("SHA256withRSA", TestKeys.OURS.getPrivate());
    }

    String signed(String algorithm, PrivateKey key) {
        return sign(algorithm, key, write(header), write(claims));
    }

    /** Signed over a payload that no map could hold. */
    String signedOver(String claimsJson) {
        return sign("SHA256withRSA", TestKeys.OURS.getPrivate(), write(header), claimsJson);
    }

    String unsigned() {
        return base64(write(header)) + "." + base64(write(claims)) + ".";
    }

    String authenticatedWith(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String content = base64(write(header)) + "." + base64(write(claims));
            return content + "." + base64(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String claimsJson() {
        return write(claims);
    }

    private static String sign(String algorithm, PrivateKey key, String header, String claims) {
        try {
            String content = base64(header) + "." + base64(claims);
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(content.getBytes(UTF_8));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(String text) {
        return base64(text.getBytes(UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String write(Map<String, Object> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
