package com.rechain.dao.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When each tag was last invalidated, as far as this process knows: everything of the last minute,
 * which outlives every load that began before, and of what lies further back what Redis was asked
 * about since messages were last missed.
 */
final class TagStamps {
    private static final Duration LONGEST_LOAD = Duration.ofMinutes(1);
    private static final long MOST_KNOWN = 100_000;

    private final Cache<String, Long> recent =
            Caffeine.newBuilder().expireAfterWrite(LONGEST_LOAD).build();
    private final Cache<String, Long> known = Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    void invalidated(String tag, long version) {
        recent.asMap().merge(tag, version, Math::max);
        known.asMap().merge(tag, version, Math::max);
    }

    /** Of {@code tag} as Redis has it. */
    void learned(String tag, long version) {
        known.asMap().merge(tag, version, Math::max);
    }

    /** The latest invalidation of any of {@code tags} in the last minute; 0 for none. */
    long recent(List<String> tags) {
        long latest = 0;
        for (String tag : tags) {
            Long version = recent.getIfPresent(tag);
            latest = version == null ? latest : Math.max(latest, version);
        }
        return latest;
    }

    /** The last invalidation of {@code tag}; null for one that Redis must be asked about. */
    @Nullable Long known(String tag) {
        return known.getIfPresent(tag);
    }

    /** After a gap in the messages only Redis knows. */
    void forgetKnown() {
        known.invalidateAll();
    }
}
