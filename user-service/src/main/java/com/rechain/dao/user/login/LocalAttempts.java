package com.rechain.dao.user.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/**
 * Counts attempts in this process: what is left when Redis is away. Bounded, so that it cannot be
 * filled up.
 */
final class LocalAttempts {
    private static final long MOST_KEYS = 100_000;

    private final Ticker ticker;
    private final Cache<String, Window> windows;

    LocalAttempts(Ticker ticker) {
        this.ticker = ticker;
        windows =
                Caffeine.newBuilder()
                        .maximumSize(MOST_KEYS)
                        .ticker(ticker)
                        .expireAfter(
                                Expiry.<String, Window>accessing((_, window) ->
                                        Duration.ofNanos(
                                                Math.max(0, window.end() - ticker.read()))))
                        .build();
    }

    private record Window(long attempts, long end) {}

    AttemptCount increment(String key, Duration length) {
        long now = ticker.read();
        Window window =
                windows.asMap()
                        .compute(
                                key,
                                (_, held) ->
                                        held == null || held.end() <= now
                                                ? new Window(1, now + length.toNanos())
                                                : new Window(held.attempts() + 1, held.end()));
        return new AttemptCount(window.attempts(), Duration.ofNanos(window.end() - now));
    }

    void takeBack(String key) {
        windows.asMap()
                .computeIfPresent(
                        key, (_, held) -> new Window(Math.max(0, held.attempts() - 1), held.end()));
    }

    void forget(String key) {
        windows.invalidate(key);
    }
}
