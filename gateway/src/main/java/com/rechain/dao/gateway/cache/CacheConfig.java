package com.rechain.dao.gateway.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** The micro-cache for public answers. */
@ConfigMapping(prefix = "dao.gateway.cache")
public interface CacheConfig {
    /** Whether anything is kept at all. */
    @WithDefault("true")
    boolean enabled();

    /** The most that is kept, heads and keys included. */
    @WithDefault("32M")
    MemorySize size();

    /** The largest body that is kept; a larger one is passed on as it comes. */
    @WithDefault("512K")
    MemorySize largestBody();

    /** The longest that an answer counts as fresh, whatever the service says. */
    @WithDefault("PT10S")
    Duration longestFresh();

    /**
     * The longest that an old answer is handed out while a new one is fetched. Services allow more,
     * for caches that are far away; from here a fetch takes milliseconds.
     */
    @WithDefault("PT1S")
    Duration longestStale();

    /** The longest that an old answer stands in for an error. */
    @WithDefault("PT5M")
    Duration longestOnError();

    /** The longest that "there is no such thing" is kept. */
    @WithDefault("PT1S")
    Duration longestNegative();

    /** How long a request waits for an answer that another one fetches; then it goes itself. */
    @WithDefault("PT3S")
    @DurationMin(millis = 1)
    Duration patience();

    /** How long an address whose answer could not be kept is remembered as one that cannot. */
    @WithDefault("PT10S")
    Duration passFor();

    /**
     * The shortest time between two purges of the same tag: the first one holds at once, those that
     * follow sooner hold together when it has passed.
     */
    @WithDefault("PT0.1S")
    Duration purgePause();

    /** The Redis that says what to purge; without one the services' lifetimes have to do. */
    Optional<String> redis();
}
