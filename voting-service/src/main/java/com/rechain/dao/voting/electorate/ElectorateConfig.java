package com.rechain.dao.voting.electorate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How electorates are fetched and frozen. */
@ConfigMapping(prefix = "dao.electorate")
public interface ElectorateConfig {
    /** How often this instance looks for votes whose start has come. */
    @WithDefault("1s")
    Duration every();

    /** How many voters user-service is asked for at a time. */
    @WithDefault("5000")
    @Min(1)
    @Max(5000)
    int pageSize();

    /** How many entries are written in one transaction. */
    @WithDefault("1000")
    @Min(1)
    int chunkSize();

    /** How long an instance may be silent before another one starts over. */
    @WithDefault("15s")
    Duration lease();

    /** The pause after the first failed attempt; doubled with each further one. */
    @WithDefault("250ms")
    Duration firstPause();

    /** The longest pause between attempts. */
    @WithDefault("10s")
    Duration longestPause();
}
