package com.rechain.dao.user.settings;

import com.rechain.dao.platform.replica.ReplicaReads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A space's settings, read from the replica. */
@ApplicationScoped
public class SettingsReads {
    private final ReplicaReads reads;

    SettingsReads(ReplicaReads reads) {
        this.reads = reads;
    }

    /** The settings of {@code version}, or the latest where that is null. */
    Optional<SettingsView> find(UUID spaceId, @Nullable Long version) {
        return reads.read(c ->
                version == null
                        ? Optional.of(SettingsRows.latest(c, spaceId))
                        : SettingsRows.find(c, spaceId, version));
    }
}
