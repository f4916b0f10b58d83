package com.rechain.dao.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashPoolTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void whoComesWhenAsManyWaitAsMayIsTurnedAwayAtOnce() {
        HashPool pool = new HashPool(config("1", "1"), metrics);
        CountDownLatch busy = new CountDownLatch(1);
        CompletableFuture<String> running = hashing(pool, busy, "first");
        pool.requireRoom();
        Awaitility.await().until(() -> gauge("dao.passwords.hash.running") == 1);
        CompletableFuture<String> waiting = hashing(pool, busy, "second");
        Awaitility.await().until(() -> gauge("dao.passwords.hash.queued") == 1);

        assertThatThrownBy(() -> pool.run(() -> "third")).isInstanceOf(HashPoolFullException.class);
        assertThatThrownBy(pool::requireRoom).isInstanceOf(HashPoolFullException.class);

        busy.countDown();
        assertThat(running.join()).isEqualTo("first");
        assertThat(waiting.join()).isEqualTo("second");
        assertThat(metrics.get("dao.passwords.hash").timer().count()).isEqualTo(2);
        pool.stop();
    }

    @Test
    void aPepperChangesEveryHash() {
        HashPool pool = new HashPool(config("1", "1"), metrics);
        PasswordHasher plain = new PasswordHasher(pool, config("1", "1"));
        PasswordHash hash = plain.hash("tea with the difference engine");

        PasswordHasher peppered = new PasswordHasher(pool, peppered());

        assertThat(plain.matches("tea with the difference engine", hash)).isTrue();
        assertThat(peppered.matches("tea with the difference engine", hash)).isFalse();
        pool.stop();
    }

    @Test
    void equalLookingPasswordsAreEqual() {
        HashPool pool = new HashPool(config("1", "1"), metrics);
        PasswordHasher hasher = new PasswordHasher(pool, config("1", "1"));

        PasswordHash composed = hasher.hash("Kr\u00e4utertee ist gesund");

        assertThat(hasher.matches("Kra\u0308utertee ist gesund", composed)).isTrue();
        pool.stop();
    }

    @Test
    void nobodysPasswordNeverMatches() {
        HashPool pool = new HashPool(config("1", "1"), metrics);
        PasswordHasher hasher = new PasswordHasher(pool, config("1", "1"));

        assertThat(hasher.matches("tea with the difference engine", null)).isFalse();
        pool.stop();
    }

    private CompletableFuture<String> hashing(HashPool pool, CountDownLatch until, String result) {
        return CompletableFuture.supplyAsync(
                () ->
                        pool.run(() -> {
                            awaitQuietly(until);
                            return result;
                        }),
                callers);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }

    private static PasswordConfig config(String permits, String queue) {
        return builder()
                .withDefaultValue("dao.passwords.permits", permits)
                .withDefaultValue("dao.passwords.queue", queue)
                .build()
                .getConfigMapping(PasswordConfig.class);
    }

    private static PasswordConfig peppered() {
        return builder()
                .withDefaultValue("dao.passwords.pepper", "a secret")
                .build()
                .getConfigMapping(PasswordConfig.class);
    }

    private static SmallRyeConfigBuilder builder() {
        return new SmallRyeConfigBuilder()
                .withMapping(PasswordConfig.class)
                .withDefaultValue("dao.passwords.memory-kib", "64");
    }
}
