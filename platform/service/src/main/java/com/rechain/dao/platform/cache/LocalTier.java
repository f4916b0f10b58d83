package com.rechain.dao.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The tier in the process, bounded by weight. An entry is in it only while no invalidation of one
 * of its tags is newer, so that a look needs to compare nothing but what the reader has seen.
 */
final class LocalTier<K, V> {
    // Of the entry, its key and its place in the maps.
    private static final int OVERHEAD = 256;

    private final CacheSpec<K, V> spec;
    private final TagStamps stamps;
    private final TagIndex<K> index = new TagIndex<>();
    private final AtomicLong forgotten = new AtomicLong();
    private final Cache<K, CacheEntry<V>> entries;

    LocalTier(CacheSpec<K, V> spec, TagStamps stamps) {
        this.spec = spec;
        this.stamps = stamps;
        entries =
                Caffeine.newBuilder()
                        .maximumWeight(spec.maximumBytes())
                        .<K, CacheEntry<V>>weigher((_, entry) -> OVERHEAD + entry.bytes())
                        .expireAfter(
                                Expiry.<K, CacheEntry<V>>writing(
                                        (_, entry) -> spec.lifetime(entry)))
                        .removalListener((key, _, _) -> removed(key))
                        .recordStats()
                        .build();
    }

    @Nullable CacheEntry<V> find(K key) {
        return entries.getIfPresent(key);
    }

    /** What {@link #keep} compares with: taken before a load. */
    long epoch() {
        return forgotten.get();
    }

    /**
     * Keeps {@code entry} unless it, or what it was loaded from, may have been invalidated since.
     */
    void keep(K key, CacheEntry<V> entry, long epochBefore) {
        List<String> tags = spec.tags().apply(key);
        // Into the index first: an invalidation either finds the key there, or is seen here.
        index.add(tags, key);
        entries.asMap()
                .compute(
                        key,
                        (_, held) -> newer(held, isAlive(entry, tags, epochBefore) ? entry : null));
        // An older entry's removal may have taken the key out of the index meanwhile.
        index.add(tags, key);
        if (!isAlive(entry, tags, epochBefore)) {
            entries.asMap().remove(key, entry);
        }
    }

    /** How many entries under {@code tag} were not newer than {@code version}, and are gone. */
    int invalidate(String tag, long version) {
        int gone = 0;
        for (K key : index.under(tag)) {
            // A whole compute, which waits for one that is about to put.
            boolean[] dead = {false};
            entries.asMap()
                    .compute(
                            key,
                            (_, held) -> {
                                dead[0] = held != null && !held.isNewerThan(version);
                                return dead[0] ? null : held;
                            });
            gone += dead[0] ? 1 : 0;
        }
        return gone;
    }

    /** Forgets what it holds and what is being loaded. */
    void forget() {
        forgotten.incrementAndGet();
        entries.invalidateAll();
    }

    Cache<K, CacheEntry<V>> entries() {
        return entries;
    }

    /** The weight of what it holds. */
    long bytes() {
        return entries.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    private boolean isAlive(CacheEntry<V> entry, List<String> tags, long epochBefore) {
        return entry.isNewerThan(stamps.recent(tags)) && forgotten.get() == epochBefore;
    }

    private @Nullable CacheEntry<V> newer(
            @Nullable CacheEntry<V> held, @Nullable CacheEntry<V> fresh) {
        return fresh == null || (held != null && held.version() > fresh.version()) ? held : fresh;
    }

    private void removed(@Nullable K key) {
        if (key != null) {
            index.remove(spec.tags().apply(key), key, entries.asMap()::containsKey);
        }
    }
}
