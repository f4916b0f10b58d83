package com.rechain.dao.gateway.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Counts the people whose access tokens are in force, each once however many tokens they have. Told
 * only of newly verified tokens, so it costs an ordinary request nothing. Safe for use by many
 * threads.
 */
final class People {
    private final Cache<UUID, Instant> signedIn;
    private final Clock clock;

    /**
     * @param most how many are told apart
     */
    People(int most, Clock clock) {
        this.clock = clock;
        this.signedIn =
                Caffeine.newBuilder()
                        .maximumSize(most)
                        .expireAfter(Expiry.writing((UUID _, Instant end) -> untilThen(end)))
                        .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                        .build();
    }

    /** A token of {@code user}, in force until {@code end}, was verified. */
    void seen(UUID user, Instant end) {
        signedIn.put(user, end);
    }

    int count() {
        signedIn.cleanUp();
        return Math.toIntExact(signedIn.estimatedSize());
    }

    private Duration untilThen(Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
