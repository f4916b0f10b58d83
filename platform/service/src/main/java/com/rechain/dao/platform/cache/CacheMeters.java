package com.rechain.dao.platform.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The figures of one cache, all by its name. */
final class CacheMeters {
    private static final String CACHE = "cache";
    private static final String OUTCOME = "outcome";
    private static final String TIER = "tier";

    private final Timer hits;
    private final Timer misses;
    private final Timer loads;
    private final Timer ages;
    private final Timer staleness;
    private final Counter remoteHits;
    private final Counter remoteMisses;
    private final Counter warmed;

    CacheMeters(MeterRegistry metrics, String name, LocalTier<?, ?> local, long maximumBytes) {
        CaffeineCacheMetrics.monitor(metrics, local.entries(), "dao." + name, List.of());
        Gauge.builder("dao.cache.bytes", local, LocalTier::bytes)
                .tag(CACHE, name)
                .register(metrics);
        Gauge.builder("dao.cache.maximum.bytes", () -> maximumBytes)
                .tag(CACHE, name)
                .register(metrics);
        hits = metrics.timer("dao.cache.get", CACHE, name, OUTCOME, "hit");
        misses = metrics.timer("dao.cache.get", CACHE, name, OUTCOME, "miss");
        loads = metrics.timer("dao.cache.load", CACHE, name);
        ages = metrics.timer("dao.cache.age", CACHE, name);
        staleness = metrics.timer("dao.cache.staleness", CACHE, name, TIER, "process");
        remoteHits = metrics.counter("dao.cache.remote", CACHE, name, OUTCOME, "hit");
        remoteMisses = metrics.counter("dao.cache.remote", CACHE, name, OUTCOME, "miss");
        warmed = metrics.counter("dao.cache.warmed", CACHE, name);
    }

    void hit(long startedAt) {
        hits.record(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
    }

    void missed(long startedAt) {
        misses.record(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
    }

    void remote(boolean found) {
        (found ? remoteHits : remoteMisses).increment();
    }

    Timer loads() {
        return loads;
    }

    void warmed() {
        warmed.increment();
    }

    /** How old what was given out is. */
    void age(long micros) {
        ages.record(Math.max(0, micros), TimeUnit.MICROSECONDS);
    }

    /** How long after its commit an entry could still be given out by this process. */
    void deadHere(long micros) {
        staleness.record(Math.max(0, micros), TimeUnit.MICROSECONDS);
    }

    CacheFigures.Reads reads() {
        return new CacheFigures.Reads(
                hits.count(),
                misses.count(),
                (long) remoteHits.count(),
                loads.count(),
                loads.mean(TimeUnit.MILLISECONDS),
                staleness.max(TimeUnit.MILLISECONDS));
    }
}
