package com.rechain.dao.user.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others are told when a space asks something else of its proposals. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettingsChanged(
        UUID spaceId,
        long version,
        String sha256,
        Settings settings,
        @Nullable UUID setBy,
        @Nullable UUID proposalId,
        Instant setAt) {
    static final String TYPE = "space.governance-changed.v1";
}
