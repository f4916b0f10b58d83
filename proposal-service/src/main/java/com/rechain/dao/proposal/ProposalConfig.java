package com.rechain.dao.proposal;

import com.rechain.dao.proposal.space.SpaceRole;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/** What an operator may set of proposals. */
@ConfigMapping(prefix = "dao.proposal")
public interface ProposalConfig {
    /** The shortest time between start and end of a vote. */
    @NotNull
    @WithDefault("PT1M")
    Duration minVotingPeriod();

    /** The longest time between start and end of a vote. */
    @NotNull
    @WithDefault("P366D")
    Duration maxVotingPeriod();

    /** How far ahead a start may be set. */
    @NotNull
    @WithDefault("P366D")
    Duration maxLeadTime();

    /** The least role in a space that may write proposals there. */
    @NotNull
    @WithDefault("MEMBER")
    SpaceRole proposingRole();

    /** The scheduler that announces starts. */
    Scheduler scheduler();

    /** The caches of public reads. */
    Cache cache();

    /** How starts are announced. */
    interface Scheduler {
        /** How often each instance looks for proposals whose vote has begun. */
        @NotNull
        @WithDefault("PT1S")
        Duration every();

        /** How many starts are announced in one transaction. */
        @Min(1)
        @Max(1_000)
        @WithDefault("100")
        int batch();
    }

    /** How long ready answers are kept. */
    interface Cache {
        /** The longest an answer is served without being made again, whatever invalidates it. */
        @NotNull
        @WithDefault("PT30S")
        Duration ttl();

        /** How many answers each cache of a process holds. */
        @Min(1)
        @WithDefault("10000")
        long size();
    }
}
