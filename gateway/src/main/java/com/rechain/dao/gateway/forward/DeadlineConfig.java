package com.rechain.dao.gateway.forward;

import com.rechain.dao.gateway.route.Traffic;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long services may take. */
@ConfigMapping(prefix = "dao.gateway.deadline")
public interface DeadlineConfig {
    /** For a connection to an instance. */
    @WithDefault("PT1S")
    @DurationMin(millis = 10)
    Duration connect();

    /** Until an answer begins, all attempts together; also until a request body has arrived. */
    @WithDefault("PT10S")
    @DurationMin(millis = 10)
    Duration answer();

    /** The same where lists are uploaded. */
    @WithDefault("PT60S")
    @DurationMin(millis = 10)
    Duration bulkAnswer();

    /** For one attempt, where another instance could be asked instead. */
    @WithDefault("PT3S")
    @DurationMin(millis = 10)
    Duration attempt();

    /** The longest silence within an answer. */
    @WithDefault("PT30S")
    @DurationMin(millis = 10)
    Duration silence();

    /** The longest silence within a stream; services send a sign of life far more often. */
    @WithDefault("PT2M")
    @DurationMin(millis = 10)
    Duration streamSilence();

    /** How long the answer to a request of this kind may take to begin, in milliseconds. */
    default long answerMillis(Traffic traffic) {
        return switch (traffic) {
            case BULK -> bulkAnswer().toMillis();
            case PLAIN, STREAM -> answer().toMillis();
        };
    }
}
