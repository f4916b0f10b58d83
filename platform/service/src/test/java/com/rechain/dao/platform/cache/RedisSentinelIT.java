package com.rechain.dao.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.devstack.backing.RedisSentinels;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.backing.RedisSentinelsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The caches on a Redis whose primary may change. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(RedisSentinelsResource.class)
class RedisSentinelIT {
    RedisSentinels sentinels;
    @Inject Redis redis;
    @Inject RedisDoor door;
    @Inject Clock clock;

    @Test
    void readsGoOnWhileThePrimaryChangesAndNothingOldIsGivenOutAfterwards() {
        String key = UUID.randomUUID().toString();
        int before = sentinels.masterPort();
        try (TwoInstances two = new TwoInstances(redis, door, clock)) {
            long value = two.write(key);
            assertThat(two.here.read(key)).isEqualTo(value);
            assertThat(two.there.read(key)).isEqualTo(value);
            assertThat(two.loads).hasValue(1);

            sentinels.primary().kill();
            // Nobody hears of this one until there is a primary again.
            long missed = two.write(key);
            assertThat(two.here.read(key)).isEqualTo(missed);

            await().atMost(TwoInstances.LIMIT)
                    .until(() -> {
                        two.here.read(key);
                        return sentinels.masterPort() != before;
                    });
            await().atMost(TwoInstances.LIMIT).until(() -> two.there.read(key) == missed);
            await().atMost(TwoInstances.LIMIT)
                    .until(() -> two.here.listener().hears() && two.there.listener().hears());

            await("the new primary is used")
                    .atMost(TwoInstances.LIMIT)
                    .until(() -> isSharedAgain(two, key));
        }
    }

    /** Whether what one instance loads after a change the other one finds. */
    private static boolean isSharedAgain(TwoInstances two, String key) {
        long next = two.write(key);
        await().atMost(TwoInstances.LIMIT).until(() -> two.there.read(key) == next);
        int loads = two.loads.get();
        return two.here.read(key) == next && two.loads.get() == loads;
    }
}
