package com.rechain.dao.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.rechain.dao.platform.replica.Versioned;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ready bytes in the process and in Redis. An entry carries the instant that it is fresh up to; one
 * is given out only if that is after the last invalidation of its key and after what the reader has
 * already seen, so neither a lagging replica nor a lost message can bring back the past. However
 * many ask for a missing key, one loads it.
 */
public final class TwoTierCache {
    private final CacheSpec spec;
    private final RemoteTier remote;
    private final String keyPrefix;
    private final String channel;
    private final Cache<String, CacheEntry> local;
    // Invalidations must outlive every load that began before them.
    private final Cache<String, Long> invalidated =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();
    private final SingleFlight<CacheEntry> loading = new SingleFlight<>();
    private final AtomicLong forgotten = new AtomicLong();
    private final Counter remoteHits;
    private final Counter remoteMisses;
    private final Timer hits;
    private final Timer misses;
    private final Timer loads;

    TwoTierCache(
            CacheSpec spec,
            RemoteTier remote,
            String service,
            String channel,
            MeterRegistry metrics) {
        this.spec = spec;
        this.remote = remote;
        this.channel = channel;
        keyPrefix = "dao:" + service + ":" + spec.name() + ":";
        local =
                Caffeine.newBuilder()
                        .maximumSize(spec.maximumEntries())
                        .expireAfter(Expiry.<String, CacheEntry>writing((_, entry) -> ttl(entry)))
                        .recordStats()
                        .build();
        CaffeineCacheMetrics.monitor(metrics, local, "dao." + spec.name(), List.of());
        remoteHits = metrics.counter("dao.cache.remote", "cache", spec.name(), "outcome", "hit");
        remoteMisses = metrics.counter("dao.cache.remote", "cache", spec.name(), "outcome", "miss");
        hits = metrics.timer("dao.cache.get", "cache", spec.name(), "outcome", "hit");
        misses = metrics.timer("dao.cache.get", "cache", spec.name(), "outcome", "miss");
        loads = metrics.timer("dao.cache.load", "cache", spec.name());
    }

    /** Reads what a key stands for from the database. */
    @FunctionalInterface
    public interface Loader {
        /**
         * The present bytes, or empty for "there is no such thing", at least as fresh as {@code
         * required}.
         */
        Versioned<Optional<byte[]>> load(long required);
    }

    /**
     * The entry under {@code key}, showing every commit up to {@code freshness} (microseconds on
     * the primary's clock). Whatever {@code loader} throws is thrown to all who wait for it.
     */
    public CacheEntry get(String key, long freshness, Loader loader) {
        long startedAt = System.nanoTime();
        long required = Math.max(freshness, invalidatedAt(key));
        CacheEntry held = local.getIfPresent(key);
        if (held != null && held.isAtLeast(required)) {
            hits.record(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
            return held;
        }
        try {
            return loading.fly(key, required, () -> load(key, required, loader));
        } finally {
            misses.record(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
        }
    }

    /**
     * Makes what is cached under {@code key} dead everywhere, as of {@code version}: the primary's
     * time after the commit that changed it. Call it after the commit, never before. While Redis is
     * away the other instances learn of it when it is back.
     */
    public void invalidate(String key, long version) {
        invalidateLocally(key, version);
        remote.invalidate(
                keyPrefix + key, version, channel, Invalidation.write(spec.name(), key, version));
    }

    void invalidateLocally(String key, long version) {
        invalidated.asMap().merge(key, version, Math::max);
        local.asMap().computeIfPresent(key, (_, entry) -> entry.isAtLeast(version) ? entry : null);
    }

    /**
     * Forgets what the process holds, and what it is loading: after a gap in the messages nobody
     * knows what has been invalidated.
     */
    void forgetLocally() {
        forgotten.incrementAndGet();
        local.invalidateAll();
    }

    private CacheEntry load(String key, long required, Loader loader) {
        long before = forgotten.get();
        Optional<CacheEntry> shared =
                remote.find(keyPrefix + key).filter(entry -> entry.isAtLeast(required));
        (shared.isPresent() ? remoteHits : remoteMisses).increment();
        CacheEntry entry = shared.orElseGet(() -> loadFromDatabase(key, required, loader));
        keep(key, entry, before);
        return entry;
    }

    private CacheEntry loadFromDatabase(String key, long required, Loader loader) {
        Timer.Sample sample = Timer.start();
        Versioned<Optional<byte[]>> loaded = loader.load(required);
        sample.stop(loads);
        CacheEntry entry = CacheEntry.of(loaded.version(), loaded.value());
        remote.put(keyPrefix + key, entry, ttl(entry));
        return entry;
    }

    private void keep(String key, CacheEntry entry, long forgottenBefore) {
        local.asMap()
                .merge(
                        key,
                        entry,
                        (held, fresh) -> held.version() > fresh.version() ? held : fresh);
        // An invalidation, or a gap in them, may have come while we loaded: it must win.
        if (!entry.isAtLeast(invalidatedAt(key)) || forgotten.get() != forgottenBefore) {
            local.asMap().remove(key, entry);
        }
    }

    private long invalidatedAt(String key) {
        Long version = invalidated.getIfPresent(key);
        return version == null ? 0 : version;
    }

    private Duration ttl(CacheEntry entry) {
        Duration whole = entry.value() == null ? spec.negativeTtl() : spec.ttl();
        long jitter = ThreadLocalRandom.current().nextLong(whole.toMillis() / 10 + 1);
        return whole.minusMillis(jitter);
    }
}
