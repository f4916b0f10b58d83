package com.rechain.dao.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Invalidations that Redis could not be told of, or may have lost when another server took over.
 * They are told once it is back, for else it would go on handing out what was changed meanwhile.
 * Past a limit the entries' own time to live has to do.
 */
final class UnsentInvalidations {
    private static final Logger LOG = Logger.getLogger(UnsentInvalidations.class);
    private static final int MOST = 50_000;
    private static final Duration MAY_BE_LOST = Duration.ofSeconds(30);

    private final Map<String, SentInvalidation> byTag = new ConcurrentHashMap<>();
    private final Cache<String, SentInvalidation> latest =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MAY_BE_LOST).build();

    /** One that is being sent. */
    void note(SentInvalidation sent) {
        latest.asMap().merge(sent.what().tag(), sent, SentInvalidation::later);
    }

    void add(SentInvalidation unsent) {
        String tag = unsent.what().tag();
        if (byTag.size() >= MOST) {
            LOG.warnf("Redis is away for too long: %s stays cached until it expires", tag);
            return;
        }
        byTag.merge(tag, unsent, SentInvalidation::later);
    }

    /** Takes those of the last seconds for unsent. */
    void repeatLatest() {
        latest.asMap().values().forEach(this::add);
    }

    /** Sends them by {@code sender} until one is not taken. */
    void sendAll(Predicate<SentInvalidation> sender) {
        for (Map.Entry<String, SentInvalidation> entry : byTag.entrySet()) {
            if (!sender.test(entry.getValue())) {
                return;
            }
            byTag.remove(entry.getKey(), entry.getValue());
        }
    }
}
