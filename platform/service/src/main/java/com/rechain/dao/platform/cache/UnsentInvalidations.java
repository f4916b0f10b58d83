package com.rechain.dao.platform.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jboss.logging.Logger;

/**
 * Invalidations that Redis could not be told of. They are told once it is back, for else it would
 * go on handing out what was changed meanwhile. Past a limit the entries' own time to live has to
 * do.
 */
final class UnsentInvalidations {
    private static final Logger LOG = Logger.getLogger(UnsentInvalidations.class);
    private static final int MOST = 50_000;

    private final Map<String, Unsent> byKey = new ConcurrentHashMap<>();

    /** One of them. */
    record Unsent(long version, String channel, String message) {}

    void add(String key, Unsent unsent) {
        if (byKey.size() >= MOST) {
            LOG.warnf("Redis is away for too long: %s stays cached until it expires", key);
            return;
        }
        byKey.merge(key, unsent, (held, later) -> held.version() > later.version() ? held : later);
    }

    /** Sends them by {@code sender} until one is not taken. */
    void sendAll(BiPredicate<String, Unsent> sender) {
        for (Map.Entry<String, Unsent> entry : byKey.entrySet()) {
            Unsent unsent = entry.getValue();
            if (!sender.test(entry.getKey(), unsent)) {
                return;
            }
            byKey.remove(entry.getKey(), unsent);
        }
    }
}
