package com.rechain.dao.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a service ends. */
@ConfigMapping(prefix = "dao.shutdown")
public interface ShutdownConfig {
    /** How long requests in flight may take to end. */
    @WithDefault("20s")
    Duration timeout();
}
