package com.rechain.dao.user.login;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisConnection;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Counts attempts in Redis, for all instances together. When Redis does not answer nobody asks it
 * again for a second, so that its absence costs one time-out and not one per sign-in. What is to be
 * forgotten meanwhile is forgotten afterwards: a success must not go on counting as a failure.
 */
@ApplicationScoped
class SharedAttempts {
    private static final Logger LOG = Logger.getLogger(SharedAttempts.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String PREFIX = "dao:user-service:login:";
    private static final String INCREMENT =
            """
            local attempts = redis.call('INCR', KEYS[1])
            if attempts == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
            return {attempts, redis.call('PTTL', KEYS[1])}\
            """;

    private static final String DECREMENT =
            "if tonumber(redis.call('GET', KEYS[1]) or 0) > 0 then redis.call('DECR', KEYS[1]) end return 0";

    private static final int MOST_OWED = 1_000;
    private static final long OWED_NANOS = Duration.ofMinutes(1).toNanos();

    private final Redis redis;
    private final Duration timeout;

    // What a right password has earned, by when it did. An attempt taken back is not owed: Redis
    // may
    // never have counted it, and to be told less than there was would be a guesser's gain.
    private final Map<String, Long> owed = new ConcurrentHashMap<>();

    private final AtomicLong pausedUntil = new AtomicLong(System.nanoTime());

    SharedAttempts(Redis redis, LoginConfig config) {
        this.redis = redis;
        timeout = config.redisTimeout();
    }

    /** Counts one more attempt under each of {@code keys}; empty when Redis does not answer. */
    Optional<List<AttemptCount>> increment(List<String> keys, Duration window) {
        settle();
        List<Optional<Response>> answers =
                send(keys.stream().map(key -> counting(key, window)).toList());
        return answers.contains(Optional.<Response>empty())
                ? Optional.empty()
                : Optional.of(
                        answers.stream()
                                .flatMap(Optional::stream)
                                .map(SharedAttempts::count)
                                .toList());
    }

    /** Takes back an attempt under each of {@code keys}. */
    void takeBack(List<String> keys) {
        send(keys.stream().map(SharedAttempts::takingBack).toList());
    }

    /** Forgets all attempts under each of {@code forgotten}, takes back one of {@code others}. */
    void succeeded(List<String> forgotten, List<String> others) {
        List<Request> requests =
                Stream.concat(
                                forgotten.stream().map(SharedAttempts::forgetting),
                                others.stream().map(SharedAttempts::takingBack))
                        .toList();
        List<Optional<Response>> answers = send(requests);
        for (int i = 0; i < forgotten.size(); i++) {
            if (answers.get(i).isEmpty()) {
                owe(forgotten.get(i), System.nanoTime());
            }
        }
    }

    private void owe(String key, long since) {
        if (owed.size() < MOST_OWED) {
            owed.put(key, since);
        }
    }

    /** After a while others have failed, which must not be forgotten with it. */
    private void settle() {
        for (String key : owed.keySet()) {
            if (isPaused()) {
                return;
            }
            Long since = owed.remove(key);
            boolean isRecent = since != null && System.nanoTime() - since < OWED_NANOS;
            if (isRecent && send(List.of(forgetting(key))).getFirst().isEmpty()) {
                owe(key, since);
            }
        }
    }

    private static Request counting(String key, Duration window) {
        return Request.cmd(Command.EVAL)
                .arg(INCREMENT)
                .arg(1)
                .arg(PREFIX + key)
                .arg(window.toMillis());
    }

    private static Request takingBack(String key) {
        return Request.cmd(Command.EVAL).arg(DECREMENT).arg(1).arg(PREFIX + key);
    }

    private static Request forgetting(String key) {
        return Request.cmd(Command.DEL).arg(PREFIX + key);
    }

    private static AttemptCount count(Response answer) {
        return new AttemptCount(
                answer.get(0).toLong(), Duration.ofMillis(Math.max(1, answer.get(1).toLong())));
    }

    private boolean isPaused() {
        return System.nanoTime() - pausedUntil.get() < 0;
    }

    /** An answer for each of {@code requests}, empty where Redis gave none. */
    private List<Optional<Response>> send(List<Request> requests) {
        List<Optional<Response>> answers = Collections.nCopies(requests.size(), Optional.empty());
        if (isPaused()) {
            return answers;
        }
        try {
            // Not cancelled at the time-out: a connection that comes late must be given back.
            answers =
                    redis.connect()
                            .flatMap(connection -> send(connection, requests))
                            .subscribeAsCompletionStage()
                            .get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.debugf("sign-ins are counted in this process for a second: %s", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (answers.contains(Optional.<Response>empty())) {
            pausedUntil.set(System.nanoTime() + PAUSE_NANOS);
        }
        return answers;
    }

    /** One after the other without waiting between: everybody shares the few connections. */
    private static Uni<List<Optional<Response>>> send(
            RedisConnection connection, List<Request> requests) {
        List<Uni<Optional<Response>>> sent =
                requests.stream()
                        .map(request ->
                                connection
                                        .send(request)
                                        .map(Optional::ofNullable)
                                        .onFailure()
                                        .recoverWithItem(Optional.<Response>empty()))
                        .toList();
        return Uni.join().all(sent).andFailFast().onTermination().call(connection::close);
    }
}
