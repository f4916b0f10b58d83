package com.rechain.dao.user.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Since when a key signs, and since when it must not be trusted any more. */
record KeyTimes(String kid, Instant activatesAt, @Nullable Instant revokedAt) {
    boolean isTrusted() {
        return revokedAt == null;
    }

    boolean isActiveAt(Instant now) {
        return isTrusted() && !activatesAt.isAfter(now);
    }
}
