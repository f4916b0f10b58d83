package com.rechain.dao.platform.cache;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.pubsub.ReactivePubSubCommands;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Hears of invalidations by other instances. When the connection breaks it subscribes again every
 * second; as messages may have been missed, the process then forgets all it holds.
 */
@ApplicationScoped
public class InvalidationListener {
    private static final Logger LOG = Logger.getLogger(InvalidationListener.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final long RETRY_MILLIS = 1_000;

    private final ReactivePubSubCommands<String> pubsub;
    private final CacheRegistry caches;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("cache-invalidation").factory());

    InvalidationListener(ReactiveRedisDataSource redis, CacheRegistry caches) {
        pubsub = redis.pubsub(String.class);
        this.caches = caches;
    }

    void start(@Observes StartupEvent event) {
        timer.execute(this::subscribe);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void subscribe() {
        try {
            pubsub.subscribe(
                            List.of(caches.channel()),
                            message -> Invalidation.read(message).ifPresent(caches::apply),
                            this::subscribeLater,
                            _ -> subscribeLater())
                    .await()
                    .atMost(TIMEOUT);
            caches.forgetLocally();
        } catch (RuntimeException e) {
            LOG.debugf("no invalidations from Redis: %s", e.toString());
            subscribeLater();
        }
    }

    private void subscribeLater() {
        if (!timer.isShutdown()) {
            timer.schedule(this::subscribe, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
