package com.rechain.dao.platform.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The way to Redis for those who can do without it: every failure is no answer, and after one only
 * a single caller a second tries again, so that a Redis that is away or hangs costs one time-out
 * and not one per request.
 */
@ApplicationScoped
public class RedisDoor {
    private static final Logger LOG = Logger.getLogger(RedisDoor.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Redis redis;
    private final Duration timeout;
    private final AtomicLong nextTry = new AtomicLong();
    private final Timer answered;
    private final Timer failed;
    private volatile boolean away;

    RedisDoor(
            Redis redis,
            MeterRegistry metrics,
            @ConfigProperty(name = "dao.cache.redis-timeout", defaultValue = "PT0.1S")
                    Duration timeout) {
        this.redis = redis;
        this.timeout = timeout;
        answered = metrics.timer("dao.redis.call", "outcome", "answered");
        failed = metrics.timer("dao.redis.call", "outcome", "failed");
    }

    /** The answer to {@code request}; null where Redis gave none, or said that there is nothing. */
    @Nullable Response send(Request request) {
        if (away && !isMyTurn()) {
            return null;
        }
        long startedAt = System.nanoTime();
        try {
            Response response = redis.send(request).await().atMost(timeout);
            answered.record(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
            away = false;
            return response;
        } catch (RuntimeException e) {
            nextTry.set(System.nanoTime() + PAUSE_NANOS);
            away = true;
            failed.record(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
            LOG.debugf("the cache does without Redis for a second: %s", e.toString());
            return null;
        }
    }

    private boolean isMyTurn() {
        long due = nextTry.get();
        long now = System.nanoTime();
        return now - due >= 0 && nextTry.compareAndSet(due, now + PAUSE_NANOS);
    }
}
