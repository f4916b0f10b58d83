package com.rechain.dao.test.backing;

import com.rechain.dao.devstack.backing.RedisCluster;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/**
 * Gives a service under test a Redis Cluster of three masters of its own, by the settings that an
 * operator makes. Test fields of type {@link RedisCluster} are filled in.
 */
public final class RedisClusterResource implements QuarkusTestResourceLifecycleManager {
    private static final RedisSets<RedisCluster> SETS =
            new RedisSets<>("cluster", RedisCluster::new);

    @Override
    public Map<String, String> start() {
        List<Integer> ports = RedisCluster.freePorts();
        RedisCluster cluster = SETS.make(ports);
        cluster.start();
        return Map.of("DAO_REDIS_MODE", "cluster", "quarkus.redis.hosts", cluster.hosts());
    }

    @Override
    public void stop() {
        SETS.find().close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(SETS.find(), new TestInjector.MatchesType(RedisCluster.class));
    }
}
