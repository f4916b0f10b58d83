package com.rechain.dao.platform.cache;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.platform.time.Micros;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A cache as its {@link CacheSpec} declares it. An entry carries the instant that it is fresh up
 * to; one is given out only if that is after the last invalidation of its tags and after what the
 * reader has already seen, so neither a lagging replica nor a lost message can bring back the past.
 * However many ask for a missing key, one loads it.
 */
public final class TieredCache<K, V> {
    private final CacheSpec<K, V> spec;
    private final LocalTier<K, V> local;
    private final Optional<SharedTier<K, V>> shared;
    private final TagStamps stamps;
    private final Clock clock;
    private final CacheMeters meters;
    private final SingleFlight<K, CacheEntry<V>> loading = new SingleFlight<>();
    private final HotKeys<K> hot = new HotKeys<>();

    TieredCache(
            CacheSpec<K, V> spec,
            Optional<SharedTier<K, V>> shared,
            TagStamps stamps,
            Clock clock,
            MeterRegistry metrics) {
        this.spec = spec;
        this.shared = shared;
        this.stamps = stamps;
        this.clock = clock;
        local = new LocalTier<>(spec, stamps);
        meters = new CacheMeters(metrics, spec.name(), local, spec.maximumBytes());
    }

    /** The value under {@code key}, however old as long as it was not invalidated. */
    public Optional<V> get(K key) {
        return get(key, 0).find();
    }

    /**
     * The entry under {@code key}, showing every commit up to {@code freshness} (microseconds on
     * the primary's clock). Whatever the loader throws is thrown to all who wait for it.
     */
    public CacheEntry<V> get(K key, long freshness) {
        long startedAt = System.nanoTime();
        boolean sampled = hot.read(key);
        CacheEntry<V> held = local.find(key);
        if (held != null && held.isNewerThan(freshness)) {
            meters.hit(startedAt);
            if (sampled) {
                meters.age(now() - held.version());
            }
            return held;
        }
        try {
            return fetch(key, freshness);
        } finally {
            meters.missed(startedAt);
        }
    }

    /**
     * The value under {@code key} from the memory of this process alone: empty as well when it is
     * merely not held. Never blocks, and counts no miss: that is counted when it is fetched.
     */
    public Optional<V> known(K key) {
        long startedAt = System.nanoTime();
        CacheEntry<V> held = local.find(key);
        if (held == null) {
            return Optional.empty();
        }
        hot.read(key);
        meters.hit(startedAt);
        return held.find();
    }

    public CacheSpec<K, V> spec() {
        return spec;
    }

    /** What operators see; the hot keys are those of {@code everywhere}. */
    CacheFigures figures(List<CacheFigures.HotKey> everywhere) {
        return new CacheFigures(
                spec.name(),
                CacheFigures.Declaration.of(spec),
                new CacheFigures.Size(
                        local.entries().estimatedSize(),
                        local.bytes(),
                        local.entries().stats().evictionCount()),
                meters.reads(),
                everywhere);
    }

    /** The tags of the key that is written {@code text}. */
    List<String> tagsOf(String text) {
        return spec.tags().apply(spec.keys().parse().apply(text));
    }

    /** Loads the key that is written {@code text} unless it is held. */
    void warm(String text) {
        K key = spec.keys().parse().apply(text);
        if (local.find(key) == null) {
            fetch(key, 0);
            meters.warmed();
        }
    }

    /** The sampled reads since the last time. */
    Map<String, Long> drainHotKeys() {
        return hot.drain().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                read -> spec.keys().text().apply(read.getKey()),
                                Map.Entry::getValue));
    }

    /** Drops what is dead now that {@code tag} was invalidated as of {@code version}. */
    void invalidated(String tag, long version) {
        boolean whole = isFlushedBy(tag);
        if (whole) {
            local.forget();
        }
        if (whole || local.invalidate(tag, version) > 0) {
            meters.deadHere(now() - version);
        }
    }

    boolean isFlushedBy(String tag) {
        return tag.equals(Tags.ofCache(spec.name()));
    }

    /** After a gap in the messages nobody knows what has been invalidated. */
    void forgetLocally() {
        local.forget();
    }

    private CacheEntry<V> fetch(K key, long freshness) {
        long required = Math.max(freshness, stamps.recent(spec.tags().apply(key)));
        try {
            return loading.fly(key, required, () -> load(key, required));
        } catch (ProblemException e) {
            if (!spec.oldWithoutPrimary() || !isUnavailable(e)) {
                throw e;
            }
            // Nobody has the latest now: what shows all that this reader has seen is not kept.
            return fromSource(key, freshness);
        }
    }

    private static boolean isUnavailable(ProblemException e) {
        return e.problem().code().equals(PlatformProblem.UNAVAILABLE.code());
    }

    private CacheEntry<V> load(K key, long required) {
        long epoch = local.epoch();
        CacheEntry<V> entry =
                shared.map(tier ->
                                tier.find(key, required, least -> fromSource(key, least), meters))
                        .orElseGet(() -> fromSource(key, required));
        local.keep(key, entry, epoch);
        return entry;
    }

    private CacheEntry<V> fromSource(K key, long required) {
        Timer.Sample sample = Timer.start();
        Versioned<Optional<V>> loaded = spec.loader().load(key, required);
        sample.stop(meters.loads());
        V value = loaded.value().orElse(null);
        int bytes = value == null ? 0 : spec.values().bytes().applyAsInt(value);
        return new CacheEntry<>(loaded.version(), value, bytes);
    }

    private long now() {
        return Micros.of(clock.instant());
    }
}
