package com.rechain.dao.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the gateway protects itself and the services from failing instances. */
@ConfigMapping(prefix = "dao.gateway.resilience")
public interface ResilienceConfig {
    /**
     * The most requests under way at one instance, over all event loops; fewer where it does not
     * answer them in time. More are refused with 503. At 4,500 requests a second a pause of 60 ms
     * has 270 of them wait, which is no overload: it must be a multiple of that.
     */
    @WithDefault("1024")
    @Min(1)
    int maxRequests();

    /** Streams open at one instance; more are refused with 503. */
    @WithDefault("5000")
    @Min(1)
    int maxStreams();

    /**
     * How long an instance that came back, or joined others, takes to get its full share of
     * requests.
     */
    @WithDefault("PT5S")
    Duration slowStart();

    BreakerConfig breaker();

    EjectionConfig ejection();

    RetryConfig retry();

    OverloadConfig overload();

    /** When there is too much to do, and how much is given to an instance then. */
    interface OverloadConfig {
        /** What a vote or a read may take; if more than a tenth take longer, fewer are let in. */
        @WithDefault("PT0.1S")
        @DurationMin(millis = 1)
        Duration inTime();

        /** How often it is decided anew how many are let in. */
        @WithDefault("PT0.1S")
        @DurationMin(millis = 1)
        Duration window();

        /** The fewest requests an instance is given at once. */
        @WithDefault("8")
        @Min(1)
        int least();

        /** How long requests may wait in the gateway itself before some are turned away. */
        @WithDefault("PT0.1S")
        @DurationMin(millis = 1)
        Duration loopDelay();
    }

    /** When to stop asking an instance that fails a large part of its requests. */
    interface BreakerConfig {
        /** How many of the last results count. */
        @WithDefault("20")
        @Min(1)
        @Max(64)
        int window();

        /** The part of them that must be failures. */
        @WithDefault("0.5")
        @DecimalMin("0.01")
        @DecimalMax("1")
        double failureRatio();

        /** How long nothing is asked before one probe. */
        @WithDefault("PT2S")
        @DurationMin(millis = 1)
        Duration pause();
    }

    /** When to leave out an instance that fails several times in a row. */
    interface EjectionConfig {
        /** How many failures in a row. */
        @WithDefault("3")
        @Min(1)
        int failures();

        /** How long it is left out the first time; each further time twice as long. */
        @WithDefault("PT1S")
        @DurationMin(millis = 1)
        Duration shortest();

        /** The longest it is left out. */
        @WithDefault("PT30S")
        @DurationMin(millis = 1)
        Duration longest();
    }

    /** When to try again; only what cannot have happened twice is. */
    interface RetryConfig {
        /** Attempts after the first. */
        @WithDefault("2")
        @Min(0)
        @Max(2)
        int most();

        /** Retries as a part of all requests of a service. */
        @WithDefault("0.1")
        @DecimalMin("0")
        @DecimalMax("1")
        double budget();

        /** Retries that are allowed whatever the budget has earned so far. */
        @WithDefault("10")
        @Min(0)
        int reserve();

        /**
         * The longest pause before a retry; the pause is random, so that retries do not come
         * together.
         */
        @WithDefault("PT0.025S")
        Duration jitter();
    }
}
