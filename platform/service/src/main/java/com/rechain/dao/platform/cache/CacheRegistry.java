package com.rechain.dao.platform.cache;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes a service's caches and knows them by name. */
@ApplicationScoped
public class CacheRegistry {
    private final Map<String, TwoTierCache> caches = new ConcurrentHashMap<>();
    private final RemoteTier remote;
    private final MeterRegistry metrics;
    private final String service;

    CacheRegistry(
            RemoteTier remote,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.remote = remote;
        this.metrics = metrics;
        this.service = service;
    }

    /**
     * A new cache as {@code spec} declares it.
     *
     * @throws IllegalStateException when there is one of this name
     */
    public TwoTierCache create(CacheSpec spec) {
        return caches.compute(
                spec.name(),
                (name, taken) -> {
                    if (taken != null) {
                        throw new IllegalStateException("two caches are named " + name);
                    }
                    return new TwoTierCache(spec, remote, service, channel(), metrics);
                });
    }

    /**
     * The pub/sub channel on which the instances of this service tell each other of invalidations.
     */
    String channel() {
        return "dao:" + service + ":invalidate";
    }

    void apply(Invalidation invalidation) {
        TwoTierCache cache = caches.get(invalidation.cache());
        if (cache != null) {
            cache.invalidateLocally(invalidation.key(), invalidation.version());
        }
    }

    void forgetLocally() {
        caches.values().forEach(TwoTierCache::forgetLocally);
    }
}
