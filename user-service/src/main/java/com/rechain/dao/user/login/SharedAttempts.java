package com.rechain.dao.user.login;

import com.github.benmanes.caffeine.cache.Ticker;
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
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Counts attempts in Redis, for all instances together, as sets of their numbers: so one is taken
 * back exactly, however often it is asked for, also if it was counted and the answer never came.
 * When Redis does not answer nobody asks it again for a second, so that its absence costs one
 * time-out and not one per sign-in. What is to be forgotten meanwhile is forgotten afterwards: a
 * success must not go on counting as a failure.
 */
@ApplicationScoped
class SharedAttempts {
    private static final Logger LOG = Logger.getLogger(SharedAttempts.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String PREFIX = "dao:user-service:attempts:";

    // A window begins with its first attempt. No more are kept than make the next one too many.
    private static final String ADD =
            """
            local before = redis.call('SCARD', KEYS[1])
            if before < tonumber(ARGV[2]) then redis.call('SADD', KEYS[1], ARGV[1]) end
            if before == 0 then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
            return {before + 1, redis.call('PTTL', KEYS[1])}\
            """;

    private final Redis redis;
    private final Duration timeout;
    private final Owed owed;
    private final AtomicLong pausedUntil = new AtomicLong(System.nanoTime());

    SharedAttempts(Redis redis, LoginConfig config) {
        this.redis = redis;
        timeout = config.redisTimeout();
        owed = new Owed(config.window(), Ticker.systemTicker());
    }

    /** Counts {@code attempt} by each of {@code rules}; empty when Redis does not answer. */
    Optional<List<AttemptCount>> add(long attempt, List<Rule> rules, Duration window) {
        settle();
        List<Optional<Response>> answers =
                send(rules.stream().map(rule -> adding(attempt, rule, window)).toList());
        return answers.contains(Optional.<Response>empty())
                ? Optional.empty()
                : Optional.of(
                        answers.stream()
                                .flatMap(Optional::stream)
                                .map(SharedAttempts::count)
                                .toList());
    }

    /** Forgets what it is told to, now or as soon as Redis answers again. */
    void forget(List<Forgetting> forgettings) {
        List<Optional<Response>> answers = ask(forgettings);
        for (int i = 0; i < forgettings.size(); i++) {
            if (answers.get(i).isEmpty()) {
                owed.add(forgettings.get(i));
            }
        }
    }

    private void settle() {
        if (owed.isNothing() || isPaused()) {
            return;
        }
        Map<Forgetting, Long> untold = owed.take();
        List<Forgetting> told = List.copyOf(untold.keySet());
        List<Optional<Response>> answers = ask(told);
        for (int i = 0; i < told.size(); i++) {
            if (answers.get(i).isPresent()) {
                untold.remove(told.get(i));
            }
        }
        untold.forEach(owed::keep);
    }

    private List<Optional<Response>> ask(List<Forgetting> forgettings) {
        return send(forgettings.stream().map(SharedAttempts::request).toList());
    }

    private static Request adding(long attempt, Rule rule, Duration window) {
        return Request.cmd(Command.EVAL)
                .arg(ADD)
                .arg(1)
                .arg(PREFIX + rule.key())
                .arg(attempt)
                .arg(rule.limit())
                .arg(window.toMillis());
    }

    private static Request request(Forgetting forgetting) {
        String key = PREFIX + forgetting.key();
        OptionalLong attempt = forgetting.attempt();
        return attempt.isPresent()
                ? Request.cmd(Command.SREM).arg(key).arg(attempt.getAsLong())
                : Request.cmd(Command.DEL).arg(key);
    }

    private static AttemptCount count(Response answer) {
        return new AttemptCount(
                answer.get(0).toLong(), Duration.ofMillis(Math.max(1, answer.get(1).toLong())));
    }

    /** Whether Redis is not asked at the moment. */
    boolean isPaused() {
        return System.nanoTime() - pausedUntil.get() < 0;
    }

    /** An answer for each of {@code requests}, empty where Redis gave none. */
    private List<Optional<Response>> send(List<Request> requests) {
        List<Optional<Response>> answers = unanswered(requests);
        if (isPaused() || requests.isEmpty()) {
            return answers;
        }
        long end = System.nanoTime() + timeout.toNanos();
        try {
            // Not cancelled at the time-out: a connection that comes late must be given back.
            answers =
                    redis.connect()
                            .flatMap(connection -> send(connection, requests, end))
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

    /**
     * One after the other without waiting between: everybody shares the few connections. Nothing
     * after {@code end}, when what is sent could come after what was to undo it.
     */
    private static Uni<List<Optional<Response>>> send(
            RedisConnection connection, List<Request> requests, long end) {
        if (System.nanoTime() - end >= 0) {
            return connection.close().replaceWith(unanswered(requests));
        }
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

    private static List<Optional<Response>> unanswered(List<Request> requests) {
        return Collections.nCopies(requests.size(), Optional.empty());
    }
}
