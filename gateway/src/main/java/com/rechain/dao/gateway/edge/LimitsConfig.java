package com.rechain.dao.gateway.edge;

import com.rechain.dao.gateway.route.Traffic;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How large a request may be. */
@ConfigMapping(prefix = "dao.gateway.limits")
public interface LimitsConfig {
    /** The largest request body; beyond it 413. */
    @WithDefault("1M")
    MemorySize body();

    /** The largest request body where lists are uploaded. */
    @WithDefault("10M")
    MemorySize bulkBody();

    /** All header fields together; beyond it 431. */
    @WithDefault("16K")
    MemorySize headers();

    /** The number of header fields; beyond it 431. */
    @WithDefault("100")
    @Min(10)
    int headerCount();

    /** The request line; beyond it 414. */
    @WithDefault("8K")
    MemorySize requestLine();

    /** The largest body for requests of this kind, in bytes. */
    default long bodyBytes(Traffic traffic) {
        return switch (traffic) {
            case BULK -> bulkBody().asLongValue();
            case PLAIN, STREAM -> body().asLongValue();
        };
    }
}
