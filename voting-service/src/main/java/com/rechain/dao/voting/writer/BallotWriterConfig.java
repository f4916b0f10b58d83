package com.rechain.dao.voting.writer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How ballots are batched. */
@ConfigMapping(prefix = "dao.ballots")
public interface BallotWriterConfig {
    /** Writers of this instance, each with a queue, a connection and the proposals of its own. */
    @WithDefault("2")
    @Min(1)
    @Max(8)
    int writers();

    /**
     * How many ballots may wait for each writer; one more is answered 503 at once. No more than a
     * writer stores well before the deadline, at its slowest: who waits in vain takes the time of
     * those who do not.
     */
    @WithDefault("500")
    @Min(1)
    int queue();

    /** How many ballots go into one transaction at most. */
    @WithDefault("200")
    @Min(1)
    int batch();

    /** How long the first ballot of a batch waits for company. */
    @WithDefault("2ms")
    Duration linger();

    /**
     * How long a ballot may take from its receipt; one that still waits then is dropped unwritten
     * and answered 503.
     */
    @WithDefault("900ms")
    Duration deadline();

    /** How many shards a counter of the tally has; writers of all instances spread over them. */
    @WithDefault("8")
    @Min(1)
    int counterShards();

    /** How long shutdown waits for the ballots that are still queued. */
    @WithDefault("10s")
    Duration drain();
}
