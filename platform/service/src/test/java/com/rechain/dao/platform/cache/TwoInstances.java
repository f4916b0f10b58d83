package com.rechain.dao.platform.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.platform.time.Micros;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.redis.client.Redis;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Two processes of a service with one Redis between them, and a database that counts its reads. */
final class TwoInstances implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(40);

    final AtomicInteger loads = new AtomicInteger();
    final Instance here;
    final Instance there;
    private final AtomicLong written = new AtomicLong();
    private final Clock clock;

    /** What one process has. */
    record Instance(
            CacheRegistry registry,
            TieredCache<String, byte[]> cache,
            InvalidationListener listener) {
        long read(String key) {
            return Long.parseLong(new String(cache.get(key, 0).find().orElseThrow(), UTF_8));
        }
    }

    TwoInstances(Redis redis, RedisDoor door, Clock clock) {
        this.clock = clock;
        here = instance(redis, new RemoteTier(door));
        there = instance(redis, new RemoteTier(door));
        await().atMost(LIMIT).until(() -> here.listener().hears() && there.listener().hears());
    }

    /** Commits something new and says so, as a use case does; answers what is right from now on. */
    long write(String key) {
        long value = written.incrementAndGet();
        here.registry().invalidate(Micros.of(clock.instant()), List.of("thing:" + key));
        return value;
    }

    @Override
    public void close() {
        here.listener().stop(new ShutdownEvent());
        there.listener().stop(new ShutdownEvent());
    }

    private Instance instance(Redis redis, RemoteTier remote) {
        CacheRegistry registry =
                new CacheRegistry(remote, new SimpleMeterRegistry(), clock, "trial-service");
        TieredCache<String, byte[]> cache =
                registry.create(
                        CacheSpec.<String, byte[]>named("two")
                                .keyedBy("a name", text -> text)
                                .sharing("what was written last", Codec.BYTES)
                                .living(Duration.ofMinutes(10))
                                .upTo(10_000_000)
                                .taggedBy(name -> List.of("thing:" + name, "things"))
                                .loadedBy((_, _) -> load())
                                .build());
        InvalidationListener listener = new InvalidationListener(redis, registry, remote);
        listener.start(new StartupEvent());
        return new Instance(registry, cache, listener);
    }

    private Versioned<Optional<byte[]>> load() {
        loads.incrementAndGet();
        long now = Micros.of(clock.instant());
        return new Versioned<>(now, Optional.of(Long.toString(written.get()).getBytes(UTF_8)));
    }
}
