package com.rechain.dao.platform.cache;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisConnection;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears of invalidations by other instances. Every second it makes sure that it still hears: by the
 * echo of a message of its own, for a connection may die without a word. After a gap, in which
 * messages may have been missed, the process forgets all it holds.
 */
@ApplicationScoped
public class InvalidationListener {
    private static final Logger LOG = Logger.getLogger(InvalidationListener.class);
    private static final long TEND_EVERY_MILLIS = 1_000;
    private static final long LONGEST_SILENCE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long LONGEST_ATTEMPT_NANOS = Duration.ofSeconds(30).toNanos();
    private static final String ECHO = "echo";

    private final Redis redis;
    private final CacheRegistry caches;
    private final RemoteTier remote;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("cache-invalidation").factory());

    private volatile @Nullable Subscription current;

    InvalidationListener(Redis redis, CacheRegistry caches, RemoteTier remote) {
        this.redis = redis;
        this.caches = caches;
        this.remote = remote;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::tend, 0, TEND_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        Subscription subscription = current;
        if (subscription != null) {
            subscription.end();
        }
    }

    /** Whether messages arrive at present. */
    boolean hears() {
        Subscription subscription = current;
        return subscription != null && subscription.hears();
    }

    private void tend() {
        try {
            remote.sendUnsent();
            Subscription subscription = current;
            if (subscription == null || subscription.isLost()) {
                subscribeAnew(subscription);
            } else {
                remote.publish(caches.channel(), ECHO);
            }
        } catch (RuntimeException e) {
            LOG.debugf("no invalidations from Redis: %s", e.toString());
        }
    }

    private void subscribeAnew(@Nullable Subscription lost) {
        if (lost != null) {
            lost.end();
        }
        Subscription fresh = new Subscription();
        current = fresh;
        fresh.begin();
    }

    /**
     * One subscription from the attempt to make it until it is lost; an old one is never revived.
     * It is made on the bare connection: Quarkus' own listens only after it has subscribed, and so
     * may miss that it has.
     */
    private final class Subscription {
        private final long begun = System.nanoTime();
        private volatile long heard;
        private volatile boolean made;
        private volatile boolean over;
        private volatile @Nullable RedisConnection connection;

        void begin() {
            redis.connect().subscribe().with(this::listen, this::fail);
        }

        void end() {
            over = true;
            RedisConnection held = connection;
            if (held != null) {
                held.closeAndForget();
            }
        }

        boolean hears() {
            return made && !isLost();
        }

        boolean isLost() {
            long now = System.nanoTime();
            return over
                    || (made && now - heard > LONGEST_SILENCE_NANOS)
                    || (!made && now - begun > LONGEST_ATTEMPT_NANOS);
        }

        private void listen(RedisConnection connected) {
            connection = connected;
            if (over) {
                connected.closeAndForget();
                return;
            }
            connected.handler(this::hear);
            connected.endHandler(() -> over = true);
            connected.exceptionHandler(this::fail);
            connected
                    .send(Request.cmd(Command.SUBSCRIBE).arg(caches.channel()))
                    .subscribe()
                    .with(_ -> {}, this::fail);
        }

        private void hear(Response push) {
            heard = System.nanoTime();
            switch (push.get(0).toString()) {
                case "subscribe" -> {
                    made = true;
                    caches.forgetLocally();
                    remote.repeatLatest();
                }
                case "message" ->
                        Invalidation.read(push.get(2).toString()).ifPresent(caches::apply);
                default -> LOG.debugf("nothing to do for %s", push);
            }
        }

        private void fail(Throwable e) {
            LOG.debugf("no invalidations from Redis: %s", e.toString());
            over = true;
        }
    }
}
