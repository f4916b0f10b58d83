package com.rechain.dao.test.backing;

import com.rechain.dao.devstack.backing.RedisSentinels;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/**
 * Gives a service under test a Redis with a replica and three sentinels of its own, by the settings
 * that an operator makes. Test fields of type {@link RedisSentinels} are filled in.
 */
public final class RedisSentinelsResource implements QuarkusTestResourceLifecycleManager {
    private static final RedisSets<RedisSentinels> SETS =
            new RedisSets<>("sentinels", RedisSentinels::new);

    @Override
    public Map<String, String> start() {
        List<Integer> ports = RedisSentinels.freePorts();
        RedisSentinels sentinels = SETS.make(ports);
        sentinels.start();
        return Map.of(
                "DAO_REDIS_MODE",
                "sentinel",
                "DAO_REDIS_MASTER_NAME",
                RedisSentinels.MASTER_NAME,
                "quarkus.redis.hosts",
                sentinels.hosts());
    }

    @Override
    public void stop() {
        SETS.find().close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(SETS.find(), new TestInjector.MatchesType(RedisSentinels.class));
    }
}
