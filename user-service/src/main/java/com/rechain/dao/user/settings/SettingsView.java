package com.rechain.dao.user.settings;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One version of a space's settings. */
@Schema(name = "SpaceSettingsVersion")
public record SettingsView(
        UUID spaceId,
        @Schema(description = "Counts from 0, which means that nothing was ever set.") long version,
        @Schema(description = "SHA-256 of the canonical settings.") String sha256,
        Settings settings,
        @Schema(nullable = true, description = "Who set them.") @Nullable UUID setBy,
        @Schema(nullable = true, description = "The proposal that decided them.")
                @Nullable UUID proposalId,
        @Schema(nullable = true) @Nullable Instant setAt) {

    /** What holds where nothing was ever set. */
    static SettingsView unset(UUID spaceId) {
        return new SettingsView(
                spaceId,
                0,
                CanonicalSettings.hash(CanonicalSettings.text(Settings.DEFAULT)),
                Settings.DEFAULT,
                null,
                null,
                null);
    }
}
