package com.rechain.dao.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.test.backing.BackingServicesResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** How often the database is asked when many read what is being written. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
class OriginCallsIT {
    private static final int WRITES = 100;
    private static final int READERS = 8;

    @Inject Redis redis;
    @Inject RedisDoor door;
    @Inject Clock clock;

    @Test
    void ofAllWhoReadWhatWasWrittenOneAsksTheDatabase() {
        String key = UUID.randomUUID().toString();
        AtomicBoolean over = new AtomicBoolean();
        try (TwoInstances two = new TwoInstances(redis, door, clock);
                ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < READERS; i++) {
                TwoInstances.Instance instance = i % 2 == 0 ? two.here : two.there;
                readers.submit(() -> {
                    while (!over.get()) {
                        instance.read(key);
                        Thread.yield();
                    }
                });
            }
            for (int i = 0; i < WRITES; i++) {
                long written = two.write(key);
                await().atMost(TwoInstances.LIMIT)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() ->
                                two.here.read(key) == written && two.there.read(key) == written);
            }
            over.set(true);

            // Each write once, and a few again where Redis was too slow to be waited for.
            assertThat(two.loads.get()).isBetween(WRITES, WRITES + WRITES / 10);
        } finally {
            over.set(true);
        }
    }
}
