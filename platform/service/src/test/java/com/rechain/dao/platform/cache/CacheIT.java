package com.rechain.dao.platform.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.devstack.backing.BackingServices;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.platform.time.Micros;
import com.rechain.dao.test.backing.BackingServicesResource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.pubsub.ReactivePubSubCommands;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
    private final String things = "things:" + UUID.randomUUID();
    private final AtomicInteger loads = new AtomicInteger();
    private final AtomicReference<Versioned<Optional<byte[]>>> source =
            new AtomicReference<>(loaded(NOW, null));
    private final AtomicReference<Pause> slow = new AtomicReference<>(() -> {});
    private final List<Instance> instances = new ArrayList<>();
    private Instance here;
    private Instance there;

    /** What a load waits for. */
    private interface Pause {
        void await() throws InterruptedException;

        default void run() {
            try {
                await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What one process has. */
    private record Instance(
            CacheRegistry registry,
            TieredCache<String, byte[]> cache,
            InvalidationListener listener) {
        void invalidate(String tag, long version) {
            registry.invalidate(version, List.of(tag));
        }
    }

    @BeforeEach
    void start() {
        here = instance(remote);
        there = instance(remote);
        await().atMost(LIMIT).until(() -> here.listener().hears() && there.listener().hears());
        await().atMost(LIMIT).until(this::redisAnswersInTime);
    }

    @AfterEach
    void stop() {
        // Each has a connection to itself, and there are not many.
        instances.forEach(instance -> instance.listener().stop(new ShutdownEvent()));
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

        here.invalidate("thing:" + key, NOW + 10);

        assertThat(get(here, 0, NOW + 20, "new")).isEqualTo("new");
        await().atMost(LIMIT).until(() -> "new".equals(get(there, 0, NOW + 20, "new")));
        assertThat(loads).hasValue(2);
    }

    @Test
    void anOlderEntryNeverTakesANewerOnesPlace() {
        get(here, 0, NOW + 10, "new");

        assertThat(get(there, NOW + 5, NOW, "never loaded")).isEqualTo("new");
        remote.put(at(), NOW, Optional.of("old".getBytes(UTF_8)), Duration.ofMinutes(1));

        assertThat(get(instance(remote), 0, NOW, "never loaded")).isEqualTo("new");
    }

    @Test
    void whatWasReadBeforeAnInvalidationIsNeverKept() {
        here.invalidate("thing:" + key, NOW + 10);

        get(here, 0, NOW, "old");
        remote.put(at(), NOW, Optional.of("old".getBytes(UTF_8)), Duration.ofMinutes(1));

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
            here.invalidate("thing:" + key, NOW + 10);
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
        Duration usual = Duration.ofMillis(100);
        here = instance(new RemoteTier(new RedisDoor(redis, new SimpleMeterRegistry(), usual)));
        await().atMost(LIMIT).until(() -> here.listener().hears());
        get(here, 0, NOW, "old");
        get(there, 0, NOW, "old");
        BackingServer server = backing.redis();
        server.pause();
        try {
            here.invalidate("thing:" + key, NOW + 10);
            long started = System.nanoTime();
            for (int i = 0; i < 200; i++) {
                String other = UUID.randomUUID().toString();
                source.set(loaded(NOW, "x"));
                here.cache().get(other, 0);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .as("200 time-outs would take 20 s")
                    .isLessThan(Duration.ofSeconds(5));
        } finally {
            server.resume();
        }

        await().atMost(LIMIT).until(() -> "new".equals(get(there, 0, NOW + 20, "new")));
        assertThat(get(instance(remote), 0, NOW + 20, "new")).isEqualTo("new");
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
        data.value(String.class).set(at().value(), "x").await().atMost(LIMIT);

        assertThat(get(here, 0, NOW, "a")).isEqualTo("a");
    }

    @Test
    void whatHasNotBeenHeardOfForLongIsAskedOfRedis() {
        get(here, 0, NOW, "old");
        here.invalidate("thing:" + key, NOW + 10);

        // It starts after the message, with a copy of the old entry still about.
        Instance late = instance(remote);
        remote.put(at(), NOW + 5, Optional.of("old".getBytes(UTF_8)), Duration.ofMinutes(1));

        assertThat(get(late, 0, NOW + 20, "new")).isEqualTo("new");
    }

    @Test
    void anInvalidationOfASharedTagReachesEveryKeyUnderIt() {
        String other = UUID.randomUUID().toString();
        source.set(loaded(NOW, "old"));
        there.cache().get(key, 0);
        there.cache().get(other, 0);

        here.invalidate(things, NOW + 10);
        source.set(loaded(NOW + 20, "new"));

        await().atMost(LIMIT).until(() -> there.cache().get(key, 0).version() == NOW + 20);
        await().atMost(LIMIT).until(() -> there.cache().get(other, 0).version() == NOW + 20);
    }

    @Test
    void ofAllInstancesThatMissAKeyOneLoadsIt() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        slow.set(() -> {
            loading.countDown();
            mayEnd.await();
        });
        source.set(loaded(NOW, "a"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<CacheEntry<byte[]>> first = threads.submit(() -> here.cache().get(key, 0));
            loading.await();
            slow.set(() -> {});
            Future<CacheEntry<byte[]>> second = threads.submit(() -> there.cache().get(key, 0));
            mayEnd.countDown();

            assertThat(first.get().value()).isEqualTo(second.get().value());
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void whoseLoaderFailsLeavesTheKeyToTheOthers() {
        slow.set(() -> {
            throw new IllegalStateException("no database");
        });
        assertThatIllegalStateException().isThrownBy(() -> here.cache().get(key, 0));
        slow.set(() -> {});

        assertThat(data.key(String.class).exists(at().lease()).await().atMost(LIMIT)).isFalse();
        assertThat(get(there, 0, NOW, "a")).isEqualTo("a");
    }

    @Test
    void whatIsNotToBeKeptIsLoadedForEachWhoAsks() {
        get(here, 0, Loader.NOT_TO_BE_KEPT, "a");
        assertThat(get(here, 0, Loader.NOT_TO_BE_KEPT, "b")).isEqualTo("b");
        assertThat(get(there, 0, NOW, "c")).isEqualTo("c");

        assertThat(loads).hasValue(3);
    }

    @Test
    void theEdgeHearsOfTagsThatAnswersCarryThere() {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (var _ = listening(CacheRegistry.EDGE_CHANNEL, heard)) {
            List.of("thing:" + key, "inner:" + key, things)
                    .forEach(tag -> here.invalidate(tag, NOW + 10));

            await().atMost(LIMIT).until(() -> heard.contains(things));
        }
        assertThat(heard).contains("thing:" + key).doesNotContain("inner:" + key);
    }

    @Test
    void whatTheEdgeCouldNotBeToldItIsToldWhenRedisIsBack() {
        // Frozen, it keeps the edge's connection.
        List<String> heard = new CopyOnWriteArrayList<>();
        try (var _ = listening(CacheRegistry.EDGE_CHANNEL, heard)) {
            backing.redis().pause();
            try {
                here.invalidate("thing:" + key, NOW + 10);
            } finally {
                backing.redis().resume();
            }

            await().atMost(LIMIT).until(() -> heard.contains("thing:" + key));
        }
    }

    @Test
    void twoCachesCannotHaveOneName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> here.registry().create(spec()))
                .withMessageContaining("two");
    }

    /** After a failure nobody asks Redis for a second. */
    private boolean redisAnswersInTime() {
        SlotKeys.Entry probe = new SlotKeys("trial-service").entry("probe:" + key, "two", "probe");
        remote.put(probe, NOW, Optional.of("probe".getBytes(UTF_8)), Duration.ofMinutes(1));
        return remote.find(probe, 0, 0) instanceof RemoteTier.Found.Held;
    }

    private void remoteEntryIsGone() {
        data.key(String.class).del(at().value()).await().atMost(LIMIT);
    }

    /** What is said on {@code channel} from now on. */
    private Closing listening(String channel, List<String> heard) {
        ReactivePubSubCommands<String> pubsub = data.pubsub(String.class);
        ReactivePubSubCommands.ReactiveRedisSubscriber subscriber =
                pubsub.subscribe(channel, heard::add).await().atMost(LIMIT);
        await().atMost(LIMIT)
                .until(() -> {
                    remote.publish(channel, "probe");
                    return heard.contains("probe");
                });
        return () -> subscriber.unsubscribe().await().atMost(LIMIT);
    }

    private interface Closing extends AutoCloseable {
        @Override
        void close();
    }

    private SlotKeys.Entry at() {
        return new SlotKeys("trial-service").entry("thing:" + key, "two", key);
    }

    private Instance instance(RemoteTier tier) {
        CacheRegistry registry =
                new CacheRegistry(
                        tier,
                        new SimpleMeterRegistry(),
                        Clock.fixed(Micros.toInstant(NOW), ZoneOffset.UTC),
                        "trial-service");
        TieredCache<String, byte[]> cache = registry.create(spec());
        InvalidationListener listener = new InvalidationListener(redis, registry, tier);
        listener.start(new StartupEvent());
        instances.add(new Instance(registry, cache, listener));
        return instances.getLast();
    }

    private CacheSpec<String, byte[]> spec() {
        return CacheSpec.<String, byte[]>named("two")
                .keyedBy("a thing's name", text -> text)
                .sharing("what it is", Codec.BYTES)
                .living(Duration.ofMinutes(10))
                .upTo(10_000_000)
                .taggedBy(name -> List.of("thing:" + name, things))
                .purgingAtTheEdge("thing", "things")
                .loadedBy((_, _) -> {
                    loads.incrementAndGet();
                    slow.get().run();
                    return source.get();
                })
                .build();
    }

    private String get(Instance instance, long freshness, long version, String value) {
        source.set(loaded(version, value));
        byte[] bytes = instance.cache().get(key, freshness).value();
        return bytes == null ? null : new String(bytes, UTF_8);
    }

    private static Versioned<Optional<byte[]>> loaded(long version, String value) {
        return new Versioned<>(
                version, Optional.ofNullable(value).map(text -> text.getBytes(UTF_8)));
    }
}
