package com.rechain.dao.platform.cache;

import com.rechain.dao.platform.cache.RemoteTier.Found;
import com.rechain.dao.platform.time.Micros;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * One cache's share of Redis. Of all instances that miss a key one loads it, and the others wait
 * for it a moment.
 */
final class SharedTier<K, V> {
    private static final long LONGEST_WAIT_NANOS = Duration.ofMillis(250).toNanos();
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(4).toNanos();
    // What nobody knows anything of may have been invalidated up to now, and then forgotten by
    // Redis; but what is only just written it does not forget.
    private static final Duration FORGOTTEN_AT_THE_EARLIEST = Duration.ofSeconds(5);

    private final CacheSpec<K, V> spec;
    private final Codec<V> codec;
    private final RemoteTier remote;
    private final TagStamps stamps;
    private final SlotKeys slots;
    private final Clock clock;

    SharedTier(
            CacheSpec<K, V> spec,
            RemoteTier remote,
            TagStamps stamps,
            SlotKeys slots,
            Clock clock) {
        this.spec = spec;
        codec = spec.values().codec().orElseThrow();
        this.remote = remote;
        this.stamps = stamps;
        this.slots = slots;
        this.clock = clock;
    }

    /** What Redis has, else what {@code source} gives, which is put there. */
    CacheEntry<V> find(
            K key, long required, LongFunction<CacheEntry<V>> source, CacheMeters meters) {
        List<String> tags = spec.tags().apply(key);
        String home = tags.getFirst();
        SlotKeys.Entry at = slots.entry(home, spec.name(), spec.keys().text().apply(key));
        long least = Math.max(required, stampOfAllBut(home, tags));
        long waitUntil = System.nanoTime() + LONGEST_WAIT_NANOS;
        while (true) {
            Found found = remote.find(at, least, whenUnknown());
            if (found instanceof Found.BeingLoaded && System.nanoTime() - waitUntil < 0) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
                continue;
            }
            meters.remote(found instanceof Found.Held);
            return switch (found) {
                case Found.Held(long version, Optional<byte[]> bytes) -> decode(version, bytes);
                case Found.Missing(long stamp) -> {
                    stamps.learned(home, stamp);
                    yield loadForAll(at, Math.max(least, stamp), source);
                }
                case Found.BeingLoaded(long stamp) -> source.apply(Math.max(least, stamp));
                case Found.NoAnswer() -> source.apply(least);
            };
        }
    }

    private CacheEntry<V> loadForAll(
            SlotKeys.Entry at, long required, LongFunction<CacheEntry<V>> source) {
        boolean kept = false;
        try {
            CacheEntry<V> entry = source.apply(required);
            if (entry.version() > Loader.NOT_TO_BE_KEPT) {
                remote.put(
                        at,
                        entry.version(),
                        entry.find().map(codec.encode()),
                        spec.lifetime(entry));
                kept = true;
            }
            return entry;
        } finally {
            if (!kept) {
                remote.giveUp(at);
            }
        }
    }

    /** The home tag's stamp is looked up together with the entry; the others are mostly known. */
    private long stampOfAllBut(String home, List<String> tags) {
        long latest = stampOf(Tags.ofCache(spec.name()));
        for (String tag : tags) {
            latest = tag.equals(home) ? latest : Math.max(latest, stampOf(tag));
        }
        return latest;
    }

    private long stampOf(String tag) {
        Long known = stamps.known(tag);
        if (known != null) {
            return known;
        }
        Optional<Long> asked = remote.stamp(slots.stamp(tag), whenUnknown());
        asked.ifPresent(version -> stamps.learned(tag, version));
        return asked.orElse(0L);
    }

    private long whenUnknown() {
        return Micros.of(clock.instant().minus(FORGOTTEN_AT_THE_EARLIEST));
    }

    private CacheEntry<V> decode(long version, Optional<byte[]> bytes) {
        return new CacheEntry<>(
                version,
                bytes.map(codec.decode()).orElse(null),
                bytes.map(held -> held.length).orElse(0));
    }
}
