package com.rechain.dao.user.login;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How often somebody may get a password wrong before having to wait. */
@ConfigMapping(prefix = "dao.login")
public interface LoginConfig {
    /** Failures of one client on one account: who mistypes, or guesses at one person. */
    @WithDefault("10")
    @Min(1)
    int perAccountAndClient();

    /** Failures of one client on all accounts: who tries leaked pairs. */
    @WithDefault("100")
    @Min(1)
    int perClient();

    /** Failures of all clients on one account: the most that NIST SP 800-63B allows in a row. */
    @WithDefault("100")
    @Min(1)
    @Max(100)
    int perAccount();

    /** How long failures are remembered, counted from the first. */
    @WithDefault("PT15M")
    Duration window();

    /** How long a sign-in waits for Redis to count it before this process counts by itself. */
    @WithDefault("PT0.1S")
    Duration redisTimeout();
}
