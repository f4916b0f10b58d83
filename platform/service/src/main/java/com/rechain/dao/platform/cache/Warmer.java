package com.rechain.dao.platform.cache;

import com.rechain.dao.platform.cache.CacheFigures.HotKey;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Loads what is read most before anybody asks for it: at start and after a flush, at a pace that
 * leaves the database to those who wait. Nothing waits for it.
 */
@ApplicationScoped
public class Warmer {
    private static final Logger LOG = Logger.getLogger(Warmer.class);
    private static final Duration NOTE_EVERY = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    private static final int MOST_FAILURES = 3;

    private final CacheRegistry caches;
    private final SharedHotKeys hotKeys;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("cache-warmer").factory());

    Warmer(CacheRegistry caches, SharedHotKeys hotKeys) {
        this.caches = caches;
        this.hotKeys = hotKeys;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        caches.afterFlush(this::warmLater);
        caches.all().forEach(this::warmLater);
        long millis = NOTE_EVERY.toMillis();
        timer.scheduleWithFixedDelay(this::noteReads, millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Adds what was read here lately to what all know. */
    void noteReads() {
        try {
            for (TieredCache<?, ?> cache : caches.all()) {
                hotKeys.add(caches.slots(), cache.spec().name(), cache.drainHotKeys());
            }
        } catch (RuntimeException e) {
            LOG.warnf("reads are not counted: %s", e.toString());
        }
    }

    /** The most-read keys of {@code cache}. */
    List<HotKey> hottest(TieredCache<?, ?> cache, int limit) {
        return limit == 0 ? List.of() : hotKeys.most(caches.slots(), cache.spec().name(), limit);
    }

    /** Begins to warm {@code cache}; what it loads is in its figures. */
    void warmLater(TieredCache<?, ?> cache) {
        if (cache.spec().warmed() > 0 && !timer.isShutdown()) {
            timer.execute(() -> warm(cache));
        }
    }

    /** How many keys were loaded. */
    int warm(TieredCache<?, ?> cache) {
        int loaded = 0;
        int failures = 0;
        for (HotKey hot : hottest(cache, cache.spec().warmed())) {
            if (timer.isShutdown() || failures == MOST_FAILURES) {
                break;
            }
            try {
                cache.warm(hot.key());
                loaded++;
            } catch (RuntimeException e) {
                failures++;
                LOG.debugf("%s is not warmed: %s", hot.key(), e.toString());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return loaded;
    }
}
