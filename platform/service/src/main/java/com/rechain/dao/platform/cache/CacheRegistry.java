package com.rechain.dao.platform.cache;

import com.rechain.dao.platform.time.Micros;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes a service's caches from their declarations, knows them by name, and invalidates them. */
@ApplicationScoped
public class CacheRegistry {
    /**
     * The pub/sub channel on which the edge hears, as tags separated by commas, what has changed.
     */
    public static final String EDGE_CHANNEL = "dao:edge:purge";

    private final Map<String, TieredCache<?, ?>> caches = new ConcurrentSkipListMap<>();
    private final TagStamps stamps = new TagStamps();
    private final RemoteTier remote;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final SlotKeys slots;
    private final String channel;
    private final Timer remoteStaleness;
    private volatile Consumer<TieredCache<?, ?>> afterFlush = _ -> {};

    CacheRegistry(
            RemoteTier remote,
            MeterRegistry metrics,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.remote = remote;
        this.metrics = metrics;
        this.clock = clock;
        slots = new SlotKeys(service);
        channel = "dao:" + service + ":invalidate";
        remoteStaleness = metrics.timer("dao.cache.staleness", "cache", "all", "tier", "redis");
    }

    /**
     * A new cache as {@code spec} declares it.
     *
     * @throws IllegalStateException when there is one of this name
     */
    public <K, V> TieredCache<K, V> create(CacheSpec<K, V> spec) {
        Optional<SharedTier<K, V>> shared =
                spec.values()
                        .codec()
                        .map(_ -> new SharedTier<>(spec, remote, stamps, slots, clock));
        TieredCache<K, V> cache = new TieredCache<>(spec, shared, stamps, clock, metrics);
        if (caches.putIfAbsent(spec.name(), cache) != null) {
            throw new IllegalStateException("two caches are named " + spec.name());
        }
        return cache;
    }

    /**
     * Makes everything that has one of {@code tags} dead everywhere, as of {@code version}: the
     * primary's time after the commit that changed it. Call it after the commit, never before.
     * While Redis is away the other instances and the edge learn of it when it is back.
     */
    public void invalidate(long version, Collection<String> tags) {
        List<Invalidation> invalidations =
                tags.stream().map(tag -> new Invalidation(version, tag)).toList();
        // All of them here first: who saw a space vanish must not find it in a list meanwhile.
        invalidations.forEach(this::apply);
        invalidations.forEach(this::tell);
    }

    private void tell(Invalidation invalidation) {
        String tag = invalidation.tag();
        boolean told =
                remote.invalidate(
                        new SentInvalidation(
                                invalidation, slots.stamp(tag), channel, edgeChannel(tag)));
        if (told) {
            long micros = Micros.of(clock.instant()) - invalidation.version();
            remoteStaleness.record(Math.max(0, micros), TimeUnit.MICROSECONDS);
        }
    }

    /** All caches, by name. */
    List<TieredCache<?, ?>> all() {
        return List.copyOf(caches.values());
    }

    Optional<TieredCache<?, ?>> find(String name) {
        return Optional.ofNullable(caches.get(name));
    }

    /**
     * The pub/sub channel on which the instances of this service tell each other of invalidations.
     */
    String channel() {
        return channel;
    }

    SlotKeys slots() {
        return slots;
    }

    void apply(Invalidation invalidation) {
        // Known before anything is dropped: what is loaded meanwhile sees it.
        stamps.invalidated(invalidation.tag(), invalidation.version());
        caches.values()
                .forEach(cache -> cache.invalidated(invalidation.tag(), invalidation.version()));
        caches.values().stream()
                .filter(cache -> cache.isFlushedBy(invalidation.tag()))
                .forEach(afterFlush);
    }

    /** Has {@code listener} told of each cache that was flushed. */
    void afterFlush(Consumer<TieredCache<?, ?>> listener) {
        afterFlush = listener;
    }

    /** Makes all that the cache {@code name} holds dead everywhere. */
    void flush(String name) {
        invalidate(Micros.of(clock.instant()), List.of(Tags.ofCache(name)));
    }

    /** Makes what has {@code tag} dead everywhere, though nothing has changed. */
    void purge(String tag) {
        invalidate(Micros.of(clock.instant()), List.of(tag));
    }

    /** After a gap in the messages nobody knows what has been invalidated. */
    void forgetLocally() {
        stamps.forgetKnown();
        caches.values().forEach(TieredCache::forgetLocally);
    }

    private Optional<String> edgeChannel(String tag) {
        String kind = Tags.kind(tag);
        return caches.values().stream().anyMatch(cache -> cache.spec().edgeTags().contains(kind))
                ? Optional.of(EDGE_CHANNEL)
                : Optional.empty();
    }
}
