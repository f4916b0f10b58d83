package com.rechain.dao.user.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long people stay signed in, and how their browser keeps it. */
@ConfigMapping(prefix = "dao.sessions")
public interface SessionConfig {
    /** A session ends when it has not been used for so long. */
    @WithDefault("P14D")
    Duration idle();

    /** A session ends so long after the sign-in, however much it is used. */
    @WithDefault("P60D")
    Duration absolute();

    /**
     * For how long the same client may use a token once more right after it was rotated, because
     * the answer that carried the new one may be lost. Zero makes every second use theft.
     */
    @WithDefault("PT10S")
    Duration grace();

    /**
     * How long ended sessions are kept, so that their holder can see them and a late theft is
     * noticed.
     */
    @WithDefault("P7D")
    Duration keptAfterEnd();

    /**
     * Whether the cookie is marked Secure and carries the __Host- prefix: off only for plain HTTP
     * at home.
     */
    @WithDefault("true")
    boolean secureCookie();
}
