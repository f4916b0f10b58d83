package com.rechain.dao.voting.tally;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How fresh running tallies are. */
@ConfigMapping(prefix = "dao.tally")
public interface TallyConfig {
    /** How long each of the two cache tiers may keep a tally: it is at most twice as old. */
    @WithDefault("500ms")
    Duration cached();

    /** The least time between two announcements of one proposal's tally, over all instances. */
    @WithDefault("1s")
    Duration announceEvery();
}
