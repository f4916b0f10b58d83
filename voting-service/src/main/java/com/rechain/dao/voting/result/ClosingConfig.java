package com.rechain.dao.voting.result;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** When votes are closed. */
@ConfigMapping(prefix = "dao.closing")
public interface ClosingConfig {
    /** How often this instance looks for votes that are over. */
    @WithDefault("1s")
    Duration every();

    /**
     * How long after the end the box stays unlocked for ballots that were received in time and are
     * still being written; longer than a ballot's deadline.
     */
    @WithDefault("2s")
    Duration grace();

    /** How many votes are closed in one go. */
    @WithDefault("50")
    @Min(1)
    int batch();
}
