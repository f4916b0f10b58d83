package com.rechain.dao.user.login;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What Redis was to forget and did not say that it has. To be told of one attempt twice changes
 * nothing. All attempts under a key are owed for a minute only: by then others may have failed,
 * which must not be forgotten with them. Bounded.
 */
final class Owed {
    private static final int MOST = 1_000;
    private static final Duration ALL = Duration.ofMinutes(1);

    private final Duration window;
    private final Ticker ticker;
    private final Map<Forgetting, Long> untilNanos = new ConcurrentHashMap<>();

    /** After {@code window} an attempt is forgotten without being told. */
    Owed(Duration window, Ticker ticker) {
        this.window = window;
        this.ticker = ticker;
    }

    void add(Forgetting forgetting) {
        Duration life = forgetting.attempt().isPresent() ? window : ALL;
        keep(forgetting, ticker.read() + life.toNanos());
    }

    /** Takes out what is still owed, each with the instant until which it is. */
    Map<Forgetting, Long> take() {
        Map<Forgetting, Long> taken = new HashMap<>();
        for (Forgetting forgetting : untilNanos.keySet()) {
            Long end = untilNanos.remove(forgetting);
            if (end != null && end - ticker.read() > 0) {
                taken.put(forgetting, end);
            }
        }
        return taken;
    }

    /** Puts back what was taken and could not be told. */
    void keep(Forgetting forgetting, long end) {
        if (untilNanos.size() < MOST) {
            untilNanos.put(forgetting, end);
        }
    }

    boolean isNothing() {
        return untilNanos.isEmpty();
    }
}
