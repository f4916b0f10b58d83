package com.rechain.dao.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TokenCacheTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final TokenCache cache = new TokenCache(100, clock);

    @Test
    void knowsWhatItWasTold() {
        cache.remember("a", START.plusSeconds(60));

        assertThat(cache.knows("a")).isTrue();
        assertThat(cache.knows("b")).isFalse();
    }

    @Test
    void forgetsATokenTheMomentItExpires() {
        cache.remember("a", START.plusSeconds(60));

        now = START.plus(Duration.ofSeconds(60));

        assertThat(cache.knows("a")).isFalse();
    }

    @Test
    void doesNotRememberWhatHasExpired() {
        cache.remember("a", START);

        assertThat(cache.knows("a")).isFalse();
    }

    @Test
    void forgetsAllWhenKeysChange() {
        cache.remember("a", START.plusSeconds(60));

        cache.forgetAll();

        assertThat(cache.knows("a")).isFalse();
    }
}
