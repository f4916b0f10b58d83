package com.rechain.dao.user.login;

import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Counts attempts in Redis, for all instances together. When Redis does not answer nobody asks it
 * again for a second, so that its absence costs one time-out and not one per sign-in. What is to be
 * forgotten meanwhile is forgotten afterwards: a success must not go on counting as a failure.
 */
@ApplicationScoped
class SharedAttempts {
    private static final Logger LOG = Logger.getLogger(SharedAttempts.class);
    private static final Duration TIMEOUT = Duration.ofMillis(100);
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String PREFIX = "dao:user-service:login:";
    private static final String INCREMENT =
            """
            local attempts = redis.call('INCR', KEYS[1])
            if attempts == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
            return {attempts, redis.call('PTTL', KEYS[1])}\
            """;

    private static final String DECREMENT =
            "if redis.call('EXISTS', KEYS[1]) == 1 then return redis.call('DECR', KEYS[1]) end return 0";

    private static final int MOST_OWED = 1_000;
    private static final long OWED_NANOS = Duration.ofMinutes(1).toNanos();

    private final Redis redis;

    // Only what a right password has earned. An attempt taken back is not owed: Redis may never
    // have
    // counted it, and to be told less than there was would be a guesser's gain.
    private final Map<String, Long> owed = new ConcurrentHashMap<>();

    private final AtomicLong pausedUntil = new AtomicLong(System.nanoTime());

    SharedAttempts(Redis redis) {
        this.redis = redis;
    }

    /** Counts one more attempt; empty when Redis does not answer. */
    Optional<AttemptCount> increment(String key, Duration window) {
        settle();
        return send(Request.cmd(Command.EVAL)
                        .arg(INCREMENT)
                        .arg(1)
                        .arg(PREFIX + key)
                        .arg(window.toMillis()))
                .map(answer ->
                        new AttemptCount(
                                answer.get(0).toLong(),
                                Duration.ofMillis(Math.max(1, answer.get(1).toLong()))));
    }

    void takeBack(String key) {
        send(Request.cmd(Command.EVAL).arg(DECREMENT).arg(1).arg(PREFIX + key));
    }

    void forget(String key) {
        if (send(Request.cmd(Command.DEL).arg(PREFIX + key)).isEmpty() && owed.size() < MOST_OWED) {
            owed.put(key, System.nanoTime());
        }
    }

    /** After a while others have failed, which must not be forgotten with it. */
    private void settle() {
        for (String key : owed.keySet()) {
            if (isPaused()) {
                return;
            }
            Long since = owed.remove(key);
            if (since != null && System.nanoTime() - since < OWED_NANOS) {
                forget(key);
            }
        }
    }

    private boolean isPaused() {
        return System.nanoTime() - pausedUntil.get() < 0;
    }

    private Optional<Response> send(Request request) {
        if (isPaused()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(redis.send(request).await().atMost(TIMEOUT));
        } catch (RuntimeException e) {
            pausedUntil.set(System.nanoTime() + PAUSE_NANOS);
            LOG.debugf("sign-ins are counted in this process for a second: %s", e.toString());
            return Optional.empty();
        }
    }
}
