package com.rechain.dao.gateway.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How access tokens are checked at the edge. */
@ConfigMapping(prefix = "dao.gateway.auth")
public interface AuthConfig {
    /** How many verified tokens are remembered, so that a signature is checked once. */
    @WithDefault("20000")
    @Min(0)
    int rememberedTokens();

    /** How many signed-in people are told apart to count them; more are not counted. */
    @WithDefault("200000")
    @Min(0)
    int countedPeople();

    /** How often the published keys are fetched again. */
    @WithDefault("PT30S")
    @DurationMin(millis = 10)
    Duration refreshEvery();

    /** How often they are asked for while there are none. */
    @WithDefault("PT0.5S")
    @DurationMin(millis = 10)
    Duration firstLoadEvery();

    /** The shortest time between two fetches because of tokens that name an unknown key. */
    @WithDefault("PT5S")
    @DurationMin(millis = 10)
    Duration unknownKeyPause();
}
