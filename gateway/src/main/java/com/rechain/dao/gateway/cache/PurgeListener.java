package com.rechain.dao.gateway.cache;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears from the services what was changed, by tags on a channel in Redis. Every second it makes
 * sure that it still hears, by the echo of a message of its own, for a connection may die without a
 * word. After a gap, in which messages may have been missed, all is forgotten. Belongs to one event
 * loop.
 */
public final class PurgeListener {
    /** Where services publish; a message is a list of tags, with commas between them. */
    public static final String CHANNEL = "dao:edge:purge";

    private static final Logger LOG = Logger.getLogger(PurgeListener.class);
    private static final String ECHO = "echo";
    private static final long TEND_EVERY_MILLIS = 1_000;
    private static final long LONGEST_SILENCE_NANOS = Duration.ofSeconds(3).toNanos();
    private static final long LONGEST_ATTEMPT_NANOS = Duration.ofSeconds(10).toNanos();

    private final Vertx vertx;
    private final Redis redis;
    private final MicroCache cache;
    private final PurgeGate gate;
    private @Nullable Context context;
    private @Nullable Subscription current;
    private long timer = -1;

    public PurgeListener(Vertx vertx, Redis redis, MicroCache cache) {
        this.vertx = vertx;
        this.redis = redis;
        this.cache = cache;
        this.gate = new PurgeGate(vertx, cache.config().purgePause(), cache::purge);
    }

    /** Begins to listen, on the present event loop. */
    public void start() {
        context = vertx.getOrCreateContext();
        tend();
        timer = vertx.setPeriodic(TEND_EVERY_MILLIS, _ -> tend());
    }

    public void stop() {
        vertx.cancelTimer(timer);
        if (current != null) {
            current.end();
        }
    }

    private void tend() {
        Subscription subscription = current;
        if (subscription == null || subscription.isLost()) {
            cache.hears(false);
            if (subscription != null) {
                subscription.end();
            }
            current = new Subscription();
            current.begin();
        } else {
            redis.send(Request.cmd(Command.PUBLISH).arg(CHANNEL).arg(ECHO))
                    .onFailure(e -> LOG.debugf("no echo from Redis: %s", e.toString()));
        }
    }

    // Redis' own connections may live on other event loops.
    private void here(Runnable what) {
        if (context != null) {
            context.runOnContext(_ -> what.run());
        }
    }

    /** One subscription from the attempt to make it until it is lost; an old one never revives. */
    private final class Subscription {
        private final long begun = System.nanoTime();
        private long heard;
        private boolean made;
        private boolean over;
        private @Nullable RedisConnection connection;

        void begin() {
            redis.connect()
                    .onSuccess(connected -> here(() -> listen(connected)))
                    .onFailure(e -> here(() -> fail(e)));
        }

        void end() {
            over = true;
            if (connection != null) {
                connection.close();
            }
        }

        boolean isLost() {
            long now = System.nanoTime();
            return over
                    || made && now - heard > LONGEST_SILENCE_NANOS
                    || !made && now - begun > LONGEST_ATTEMPT_NANOS;
        }

        private void listen(RedisConnection connected) {
            connection = connected;
            if (over) {
                connected.close();
                return;
            }
            connected.handler(push -> here(() -> hear(push)));
            connected.endHandler(_ -> here(() -> fail("the connection ended")));
            connected.exceptionHandler(e -> here(() -> fail(e)));
            connected
                    .send(Request.cmd(Command.SUBSCRIBE).arg(CHANNEL))
                    .onFailure(e -> here(() -> fail(e)));
        }

        private void hear(Response push) {
            if (over || push.size() < 3) {
                return;
            }
            heard = System.nanoTime();
            switch (push.get(0).toString()) {
                case "subscribe" -> {
                    made = true;
                    cache.purgeAll();
                    cache.hears(true);
                }
                case "message" -> {
                    String message = push.get(2).toString();
                    if (!message.equals(ECHO)) {
                        gate.purge(Purges.tags(message));
                    }
                }
                default -> LOG.debugf("nothing to do for %s", push);
            }
        }

        private void fail(Object reason) {
            LOG.debugf("no purges from Redis: %s", reason);
            over = true;
            if (this == current) {
                cache.hears(false);
            }
        }
    }
}
