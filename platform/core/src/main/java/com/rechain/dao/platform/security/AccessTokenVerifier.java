package com.rechain.dao.platform.security;

import com.rechain.dao.platform.security.TokenVerdict.Accepted;
import com.rechain.dao.platform.security.TokenVerdict.NoKeys;
import com.rechain.dao.platform.security.TokenVerdict.Refused;
import java.security.Key;
import java.security.PublicKey;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an access token is genuine: RS256 only, a key that we published under its {@code
 * kid}, our issuer and audience, type {@code at+jwt}, in force give or take {@link #LEEWAY}.
 * Follows RFC 8725 and RFC 9068; keys named or carried by the token itself ({@code jku}, {@code
 * jwk}, {@code x5u}) are never looked at. What was found genuine once is remembered while the key
 * that signed it is published. Safe for use by many threads.
 */
public final class AccessTokenVerifier {
    public static final String ISSUER = "https://rechain-dao";
    public static final String AUDIENCE = "rechain-dao-api";
    public static final String TYPE = "at+jwt";
    public static final String SESSION_CLAIM = "sid";
    public static final String HANDLE_CLAIM = "preferred_username";

    /** By how much two machines' clocks may differ. */
    public static final Duration LEEWAY = Duration.ofSeconds(30);

    private static final int MAX_LENGTH = 4096;

    private final VerificationKeys keys;
    private final Clock clock;
    private final VerifiedTokens verified;

    /** Verifies every token anew. */
    public AccessTokenVerifier(VerificationKeys keys, Clock clock) {
        this(keys, clock, 0);
    }

    /**
     * @param remembered how many verified tokens are remembered, so that a signature is checked
     *     once
     */
    public AccessTokenVerifier(VerificationKeys keys, Clock clock, int remembered) {
        this.keys = keys;
        this.clock = clock;
        this.verified = new VerifiedTokens(remembered, keys, clock);
    }

    /**
     * The verdict on the compact JWS {@code token}; never throws for anything a caller can send.
     */
    public TokenVerdict verify(String token) {
        if (!keys.loaded()) {
            return new NoKeys();
        }
        if (token.length() > MAX_LENGTH) {
            return new Refused("longer than " + MAX_LENGTH + " characters");
        }
        VerifiedToken known = verified.find(token);
        return known == null ? verifyAnew(token) : new Accepted(known);
    }

    private TokenVerdict verifyAnew(String token) {
        if (!CompactForm.isStrict(token)) {
            return new Refused("not a compact JWS");
        }
        try {
            JwtContext checked = consumer().process(token);
            VerifiedToken genuine = read(checked.getJwtClaims());
            verified.remember(token, genuine, signature(checked));
            return new Accepted(genuine);
        } catch (InvalidJwtException e) {
            return new Refused(e.getErrorDetails().toString());
        } catch (MalformedClaimException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException _) {
            return new Refused("a claim has the wrong form");
        }
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(
                                ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
                .setVerificationKeyResolver(this::key)
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(true, ISSUER)
                .setExpectedAudience(true, AUDIENCE)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(Math.toIntExact(LEEWAY.toSeconds()))
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    private static JsonWebSignature signature(JwtContext checked) {
        return (JsonWebSignature) checked.getJoseObjects().getFirst();
    }

    private Key key(JsonWebSignature signature, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        String keyId = signature.getKeyIdHeaderValue();
        PublicKey key = keyId == null ? null : keys.find(keyId);
        if (key == null) {
            throw new UnresolvableKeyException("no published key has this id");
        }
        return key;
    }

    private static VerifiedToken read(JwtClaims claims) throws MalformedClaimException {
        return new VerifiedToken(
                uuid(claims.getSubject()),
                text(claims, HANDLE_CLAIM),
                uuid(text(claims, SESSION_CLAIM)),
                Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis()));
    }

    private static String text(JwtClaims claims, String name) throws MalformedClaimException {
        String value = claims.getStringClaimValue(name);
        if (value == null || value.isBlank()) {
            throw new MalformedClaimException("no claim " + name);
        }
        return value;
    }

    private static UUID uuid(@Nullable String text) throws MalformedClaimException {
        // UUID.fromString is lenient: "1-1-1-1-1" would do.
        UUID id = text == null ? null : UUID.fromString(text);
        if (id == null || !id.toString().equals(text)) {
            throw new MalformedClaimException("not a UUID");
        }
        return id;
    }
}
