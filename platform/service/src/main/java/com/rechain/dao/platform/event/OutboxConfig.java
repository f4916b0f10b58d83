package com.rechain.dao.platform.event;

import com.rechain.dao.platform.lane.Lane;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** Where a service's events go, and how eagerly. */
@ConfigMapping(prefix = "dao.outbox")
public interface OutboxConfig {
    /** The topic of this service's events; without one nothing is relayed. */
    Optional<String> topic();

    /**
     * How long the relay rests when the outbox is empty and no commit of its own instance wakes it.
     */
    @WithDefault("200ms")
    Duration pollEvery();

    /** How many events are relayed in one transaction. */
    @WithDefault("500")
    int batchSize();

    /**
     * How many relays share the outbox, each with a lease of its own. Where the schema is sharded,
     * as many as there are shards, or a multiple.
     */
    @WithDefault("1")
    @Min(1)
    @Max(Lane.COUNT)
    int relays();

    /** How long the broker may take for a batch before the relay gives up and tries again. */
    @WithDefault("5s")
    Duration sendTimeout();
}
