package com.rechain.dao.platform.internal;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How our services know each other. */
@ConfigMapping(prefix = "dao.internal")
public interface InternalConfig {
    /** The secret that internal calls carry. Without one no internal call is answered. */
    Optional<String> secret();
}
