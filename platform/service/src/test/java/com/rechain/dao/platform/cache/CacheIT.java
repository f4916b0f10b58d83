package com.rechain.dao.platform.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.test.backing.BackingServicesResource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances of a service, as far as their caches go, with one Redis between them. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class CacheIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long NOW = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli() * 1_000;

    BackingServices backing;
    @Inject ReactiveRedisDataSource data;
    @Inject Redis redis;
    @Inject RemoteTier remote;

    private final String key = UUID.randomUUID().toString();
    private final AtomicInteger loads = new AtomicInteger();
    private Instance here;
    private Instance there;

    /** What one process has. */
    private record Instance(TwoTierCache cache, InvalidationListener listener) {}

    @BeforeEach
    void start() {
        here = instance();
        there = instance();
        await().atMost(LIMIT).until(() -> here.listener().hears() && there.listener().hears());
        await().atMost(LIMIT).until(this::redisIsAskedAgain);
    }

    @AfterEach
    void stop() {
        here.listener().stop(new ShutdownEvent());
        there.listener().stop(new ShutdownEvent());
    }

    @Test
    void whatOneInstanceLoadedTheOtherNeedNotLoad() {
        assertThat(get(here, 0, NOW, "a")).isEqualTo("a");
        assertThat(get(there, 0, NOW, "b")).isEqualTo("a");
        assertThat(get(here, 0, NOW, "c")).isEqualTo("a");

        assertThat(loads).hasValue(1);
    }

    @Test
    void thatThereIsNoSuchThingIsKeptToo() {
        assertThat(get(here, 0, NOW, null)).isNull();
        assertThat(get(here, 0, NOW, "a")).isNull();
        assertThat(get(there, 0, NOW, "a")).isNull();

        assertThat(loads).hasValue(1);
    }

    @Test
    void anInvalidationReachesTheOtherInstance() {
        get(here, 0, NOW, "old");
        get(there, 0, NOW, "old");

        here.cache().invalidate(key, NOW + 10);

        assertThat(get(here, 0, NOW + 20, "new")).isEqualTo("new");
        await().atMost(LIMIT).until(() -> "new".equals(get(there, 0, NOW + 20, "new")));
        assertThat(loads).hasValue(2);
    }

    @Test
    void anOlderEntryNeverTakesANewerOnesPlace() {
        get(here, 0, NOW + 10, "new");

        assertThat(get(there, NOW + 5, NOW, "never loaded")).isEqualTo("new");
        remote.put("dao:trial-service:two:" + key, entry(NOW, "old"), Duration.ofMinutes(1));

        assertThat(get(instance(), 0, NOW, "never loaded")).isEqualTo("new");
    }

    @Test
    void whatWasReadBeforeAnInvalidationIsNeverKept() {
        here.cache().invalidate(key, NOW + 10);

        get(here, 0, NOW, "old");
        remote.put("dao:trial-service:two:" + key, entry(NOW, "old"), Duration.ofMinutes(1));

        assertThat(get(there, 0, NOW + 20, "new")).isEqualTo("new");
    }

    @Test
    void whoHasSeenMoreIsNotGivenLess() {
        get(here, 0, NOW, "old");

        assertThat(get(here, NOW + 5, NOW + 10, "new")).isEqualTo("new");
        assertThat(get(there, 0, NOW + 10, "never loaded")).isEqualTo("new");
    }

    @Test
    void withoutRedisEveryInstanceHelpsItselfAndLearnsOfWhatItMissed() {
        get(here, 0, NOW, "old");
        get(there, 0, NOW, "old");
        backing.redis().kill();
        try {
            here.cache().invalidate(key, NOW + 10);
            assertThat(get(here, 0, NOW + 20, "new")).isEqualTo("new");
            assertThat(get(here, 0, NOW + 20, "never loaded")).isEqualTo("new");
        } finally {
            backing.redis().start();
            backing.redis().awaitReady(LIMIT);
        }

        await().atMost(LIMIT).until(() -> "new".equals(get(there, 0, NOW + 20, "new")));
    }

    @Test
    void aRedisThatHangsCostsLittleAndNoInvalidationIsLost() {
        get(here, 0, NOW, "old");
        get(there, 0, NOW, "old");
        BackingServer server = backing.redis();
        server.pause();
        try {
            here.cache().invalidate(key, NOW + 10);
            long started = System.nanoTime();
            for (int i = 0; i < 200; i++) {
                String other = UUID.randomUUID().toString();
                here.cache().get(other, 0, _ -> loaded(NOW, "x"));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .isLessThan(Duration.ofMillis(700));
        } finally {
            server.resume();
        }

        await().atMost(LIMIT).until(() -> "new".equals(get(there, 0, NOW + 20, "new")));
        assertThat(get(instance(), 0, NOW + 20, "new")).isEqualTo("new");
    }

    @Test
    void afterAGapInTheMessagesNothingOfBeforeIsGivenOut() {
        get(there, 0, NOW, "old");
        remoteEntryIsGone();
        backing.redis().kill();
        backing.redis().start();
        backing.redis().awaitReady(LIMIT);

        await().atMost(LIMIT).until(() -> "new".equals(get(there, 0, NOW + 1, "new")));
    }

    @Test
    void aBrokenEntryInRedisIsAMiss() {
        data.value(String.class).set("dao:trial-service:two:" + key, "x").await().atMost(LIMIT);

        assertThat(get(here, 0, NOW, "a")).isEqualTo("a");
    }

    @Test
    void twoCachesCannotHaveOneName() {
        CacheRegistry registry =
                new CacheRegistry(remote, new SimpleMeterRegistry(), "trial-service");
        CacheSpec spec = new CacheSpec("one", Duration.ofMinutes(1), Duration.ofMinutes(1), 10);
        registry.create(spec);

        assertThatIllegalStateException().isThrownBy(() -> registry.create(spec));
    }

    /** After a failure nobody asks Redis for a second. */
    private boolean redisIsAskedAgain() {
        remote.put("probe", entry(NOW, "x"), Duration.ofMinutes(1));
        return remote.find("probe").isPresent();
    }

    private void remoteEntryIsGone() {
        data.key(String.class).del("dao:trial-service:two:" + key).await().atMost(LIMIT);
    }

    private Instance instance() {
        CacheRegistry registry =
                new CacheRegistry(remote, new SimpleMeterRegistry(), "trial-service");
        TwoTierCache cache =
                registry.create(
                        new CacheSpec(
                                "two", Duration.ofMinutes(10), Duration.ofMinutes(10), 10_000));
        InvalidationListener listener = new InvalidationListener(redis, registry, remote);
        listener.start(new StartupEvent());
        return new Instance(cache, listener);
    }

    private String get(Instance instance, long freshness, long version, String value) {
        byte[] bytes =
                instance.cache()
                        .get(
                                key,
                                freshness,
                                _ -> {
                                    loads.incrementAndGet();
                                    return loaded(version, value);
                                })
                        .value();
        return bytes == null ? null : new String(bytes, UTF_8);
    }

    private static Versioned<Optional<byte[]>> loaded(long version, String value) {
        return new Versioned<>(
                version, Optional.ofNullable(value).map(text -> text.getBytes(UTF_8)));
    }

    private static CacheEntry entry(long version, String value) {
        return CacheEntry.of(version, Optional.of(value.getBytes(UTF_8)));
    }
}
