package com.rechain.dao.gateway.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Remembers tokens that were verified, by their SHA-256 and only until they expire, so that no
 * token is kept and none is accepted for longer than its signature allows. Safe for use by many
 * threads.
 */
final class TokenCache {
    private final Cache<Digest, Instant> verified;
    private final Clock clock;

    TokenCache(int most, Clock clock) {
        this.clock = clock;
        this.verified =
                Caffeine.newBuilder()
                        .maximumSize(most)
                        .expireAfter(Expiry.creating((Digest _, Instant end) -> untilThen(end)))
                        .ticker(Ticker.systemTicker())
                        .build();
    }

    /** Whether {@code token} was verified before and is still in force. */
    boolean knows(String token) {
        Instant end = verified.getIfPresent(Digest.of(token));
        return end != null && clock.instant().isBefore(end);
    }

    /** Remembers {@code token}, which was verified just now and is in force until {@code end}. */
    void remember(String token, Instant end) {
        if (clock.instant().isBefore(end)) {
            verified.put(Digest.of(token), end);
        }
    }

    /** Forgets all: the keys they were verified with have changed. */
    void forgetAll() {
        verified.invalidateAll();
    }

    private Duration untilThen(Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private record Digest(long a, long b, long c, long d) {
        static Digest of(String token) {
            ByteBuffer hash =
                    ByteBuffer.wrap(sha256().digest(token.getBytes(StandardCharsets.ISO_8859_1)));
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
