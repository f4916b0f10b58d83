package com.rechain.dao.gateway.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the instances are asked whether they are ready. */
@ConfigMapping(prefix = "dao.gateway.health")
public interface HealthConfig {
    /** How often each is asked. */
    @WithDefault("PT0.5S")
    @DurationMin(millis = 10)
    Duration every();

    /** How long an answer may take. */
    @WithDefault("PT1S")
    @DurationMin(millis = 10)
    Duration timeout();

    /** After how many silences in a row it is taken for gone; one is enough at the beginning. */
    @WithDefault("2")
    @Min(1)
    int silences();
}
