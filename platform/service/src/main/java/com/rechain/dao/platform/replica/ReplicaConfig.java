package com.rechain.dao.platform.replica;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the replica is watched. */
@ConfigMapping(prefix = "dao.replica")
public interface ReplicaConfig {
    /** A replica that is further behind than this is left out until it has caught up. */
    @WithDefault("2s")
    Duration maxLag();

    /** How often the primary's heartbeat is written. */
    @WithDefault("1s")
    Duration beatEvery();

    /** How often the replica is asked how far it has come. */
    @WithDefault("250ms")
    Duration checkEvery();
}
