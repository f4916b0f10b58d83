package com.rechain.dao.proposal;

import com.rechain.dao.proposal.space.SpaceRole;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

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

    /** How the actions of proposals are carried out. */
    Execution execution();

    /** The webhooks that proposals send. */
    Webhook webhook();

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

    /** How actions are carried out. */
    interface Execution {
        /** How long one instance keeps others off a proposal whose action it carries out. */
        @NotNull
        @WithDefault("PT1M")
        Duration lease();

        /** How often an action is tried before people have to look at it. */
        @Min(1)
        @Max(100)
        @WithDefault("5")
        int tries();

        /** How long after a failure the next try follows; doubled each time. */
        @NotNull
        @WithDefault("PT5S")
        Duration backoff();

        /** How many proposals an instance carries out at the same time. */
        @Min(1)
        @Max(64)
        @WithDefault("4")
        int parallel();
    }

    /** How webhooks are sent. */
    interface Webhook {
        /**
         * From this the signing key of each space is derived. Without it there are no webhooks. At
         * least 32 characters.
         */
        Optional<@Size(min = 32) String> secret();

        /** Hosts to which webhooks may go without TLS. */
        Optional<Set<String>> plainHosts();

        /** Hosts that may have addresses which are not public. */
        Optional<Set<String>> privateHosts();

        /** How long an answer is waited for. */
        @NotNull
        @WithDefault("PT10S")
        Duration timeout();
    }

    /** How long ready answers are kept. */
    interface Cache {
        /** The longest an answer is served without being made again, whatever invalidates it. */
        @NotNull
        @WithDefault("PT30S")
        Duration ttl();

        /** How many bytes each of these caches keeps in a process at most. */
        @Min(1)
        @WithDefault("16777216")
        long maximumBytes();
    }
}
