package com.rechain.dao.gateway.cache;

import com.rechain.dao.gateway.route.Route;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The micro-cache in figures, by route. */
final class CacheMetrics {
    private final IdentityHashMap<Route, Map<CacheResult, Counter>> results =
            new IdentityHashMap<>();
    private final IdentityHashMap<Route, Timer> loads = new IdentityHashMap<>();
    private final Counter purges;
    private final Counter purgesOfAll;
    private final Counter evictions;

    CacheMetrics(MeterRegistry registry, Collection<Route> routes) {
        for (Route route : routes) {
            results.put(route, counters(registry, route.template()));
            loads.put(
                    route,
                    Timer.builder("dao.gateway.cache.load")
                            .tag("uri", route.template())
                            .register(registry));
        }
        purges = registry.counter("dao.gateway.cache.purges", "scope", "tag");
        purgesOfAll = registry.counter("dao.gateway.cache.purges", "scope", "all");
        evictions = registry.counter("dao.gateway.cache.evictions");
    }

    void count(Route route, CacheResult result) {
        Map<CacheResult, Counter> counters = results.get(route);
        Counter counter = counters == null ? null : counters.get(result);
        if (counter != null) {
            counter.increment();
        }
    }

    /** The service of {@code route} was asked, which took {@code nanos}. */
    void loaded(Route route, long nanos) {
        Timer timer = loads.get(route);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    void purged(int tags) {
        purges.increment(tags);
    }

    void purgedAll() {
        purgesOfAll.increment();
    }

    void evicted() {
        evictions.increment();
    }

    /** All reads, on all routes. */
    CacheFigures.Reads reads() {
        long hits = total(CacheResult.HIT) + total(CacheResult.STALE) + total(CacheResult.STAND_IN);
        long misses =
                total(CacheResult.MISS)
                        + total(CacheResult.COLLAPSED)
                        + total(CacheResult.PASS)
                        + total(CacheResult.IMPATIENT);
        long count = 0;
        double millis = 0;
        for (Timer timer : loads.values()) {
            count += timer.count();
            millis += timer.totalTime(TimeUnit.MILLISECONDS);
        }
        double mean = count == 0 ? 0 : millis / count;
        return new CacheFigures.Reads(hits, misses, count, mean, (long) evictions.count());
    }

    private long total(CacheResult result) {
        double sum = 0;
        for (Map<CacheResult, Counter> counters : results.values()) {
            Counter counter = counters.get(result);
            sum += counter == null ? 0 : counter.count();
        }
        return (long) sum;
    }

    private static Map<CacheResult, Counter> counters(MeterRegistry registry, String uri) {
        Map<CacheResult, Counter> counters = new EnumMap<>(CacheResult.class);
        for (CacheResult result : CacheResult.values()) {
            counters.put(
                    result,
                    Counter.builder("dao.gateway.cache.requests")
                            .tag("uri", uri)
                            .tag("result", result.label())
                            .register(registry));
        }
        return counters;
    }
}
