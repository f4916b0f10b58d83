package com.rechain.dao.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jws.JsonWebSignature;
import org.jspecify.annotations.Nullable;

/**
 * Remembers tokens that were verified, by their SHA-256, until they expire or the key that they
 * were verified with is published no more: no token is kept, and none is accepted for longer than
 * its signature allows. Checking an RSA signature takes some 45 microseconds, finding it here one.
 * Safe for use by many threads.
 */
final class VerifiedTokens {
    private final Cache<Digest, Remembered> verified;
    private final VerificationKeys keys;
    private final Clock clock;

    VerifiedTokens(int most, VerificationKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.verified =
                Caffeine.newBuilder()
                        .maximumSize(most)
                        .expireAfter(
                                Expiry.creating((Digest _, Remembered what) ->
                                        left(what.token().expiresAt())))
                        .build();
    }

    /** What {@code token} proved when it was verified, if that still holds. */
    @Nullable VerifiedToken find(String token) {
        Remembered known = verified.getIfPresent(Digest.of(token));
        return known != null
                        && clock.instant().isBefore(known.token().expiresAt())
                        && known.key().equals(keys.find(known.keyId()))
                ? known.token()
                : null;
    }

    /** Remembers what {@code token} proved, which {@code signature} was good for just now. */
    void remember(String token, VerifiedToken proved, JsonWebSignature signature) {
        if (clock.instant().isBefore(proved.expiresAt())) {
            verified.put(
                    Digest.of(token),
                    new Remembered(proved, signature.getKeyIdHeaderValue(), signature.getKey()));
        }
    }

    private Duration left(Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private record Remembered(VerifiedToken token, String keyId, Key key) {}

    private record Digest(long a, long b, long c, long d) {
        static Digest of(String token) {
            ByteBuffer hash =
                    ByteBuffer.wrap(sha256().digest(token.getBytes(StandardCharsets.UTF_8)));
            return new Digest(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
