package com.rechain.dao.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.devstack.backing.RedisCluster;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.backing.RedisClusterResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The caches on a Redis Cluster, whose slots move and whose nodes die. */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(RedisClusterResource.class)
class RedisClusterIT {
    RedisCluster cluster;
    @Inject Redis redis;
    @Inject RedisDoor door;
    @Inject SharedHotKeys hotKeys;
    @Inject Clock clock;

    @Test
    void keysOnAllNodesAreSharedAndInvalidated() {
        List<String> keys = Stream.generate(() -> UUID.randomUUID().toString()).limit(30).toList();
        assertThat(keys.stream().map(this::owner).distinct()).containsExactlyInAnyOrder(0, 1, 2);
        try (TwoInstances two = new TwoInstances(redis, door, clock)) {
            for (String key : keys) {
                long value = two.write(key);
                assertThat(two.here.read(key)).isEqualTo(value);
                assertThat(two.there.read(key)).isEqualTo(value);
            }
            assertThat(two.loads).hasValue(keys.size());

            for (String key : keys) {
                long value = two.write(key);
                await().atMost(TwoInstances.LIMIT).until(() -> two.there.read(key) == value);
            }
            assertThat(two.loads).hasValue(2 * keys.size());
        }
    }

    @Test
    void aSlotMayMoveWithWhatIsInIt() {
        String key = UUID.randomUUID().toString();
        try (TwoInstances two = new TwoInstances(redis, door, clock)) {
            long value = two.write(key);
            two.here.read(key);

            int from = owner(key);
            cluster.move(stamp(key), from, (from + 1) % 3);
            assertThat(owner(key)).isNotEqualTo(from);

            await().atMost(TwoInstances.LIMIT)
                    .until(() -> {
                        two.there.cache().forgetLocally();
                        int loads = two.loads.get();
                        return two.there.read(key) == value && two.loads.get() == loads;
                    });
            long next = two.write(key);
            await().atMost(TwoInstances.LIMIT).until(() -> two.there.read(key) == next);
        }
    }

    @Test
    void withoutANodeAnswersStayRightAndAreSharedAgainWhenItIsBack() {
        String key = aKeyOf(2);
        try (TwoInstances two = new TwoInstances(redis, door, clock)) {
            two.write(key);
            two.here.read(key);
            cluster.node(2).kill();
            long missed;
            try {
                missed = two.write(key);
                assertThat(two.here.read(key)).isEqualTo(missed);
            } finally {
                cluster.node(2).start();
                cluster.node(2).awaitReady(TwoInstances.LIMIT);
            }

            await().atMost(TwoInstances.LIMIT).until(() -> two.there.read(key) == missed);
            await().atMost(TwoInstances.LIMIT)
                    .until(() -> {
                        two.there.cache().forgetLocally();
                        int loads = two.loads.get();
                        return two.there.read(key) == missed && two.loads.get() == loads;
                    });
        }
    }

    @Test
    void hotKeysAreCountedInOneSlotPerCache() {
        SlotKeys slots = new SlotKeys("trial-" + UUID.randomUUID());
        hotKeys.add(slots, "a", Map.of("x", 3L, "y", 5L));
        hotKeys.add(slots, "a", Map.of("x", 4L));

        assertThat(hotKeys.most(slots, "a", 5))
                .containsExactly(new CacheFigures.HotKey("x", 7), new CacheFigures.HotKey("y", 5));
        assertThat(hotKeys.most(slots, "b", 5)).isEmpty();
    }

    private String aKeyOf(int node) {
        return Stream.generate(() -> UUID.randomUUID().toString())
                .filter(key -> owner(key) == node)
                .findFirst()
                .orElseThrow();
    }

    private int owner(String key) {
        return cluster.ownerOf(stamp(key));
    }

    private static String stamp(String key) {
        return new SlotKeys("trial-service").stamp("thing:" + key);
    }
}
