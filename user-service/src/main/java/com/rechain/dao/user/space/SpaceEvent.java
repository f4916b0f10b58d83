package com.rechain.dao.user.space;

import java.time.Instant;
import java.util.UUID;

/** What others are told about spaces. */
sealed interface SpaceEvent {
    /** The name the event goes by; its version is part of it. */
    String type();

    record Created(
            UUID spaceId,
            String slug,
            String name,
            Visibility visibility,
            UUID ownerId,
            Instant createdAt)
            implements SpaceEvent {
        @Override
        public String type() {
            return "space.created.v1";
        }
    }

    /**
     * The member {@code version} grows with every change: a consumer can tell an older from a newer
     * one.
     */
    record SettingsChanged(
            UUID spaceId,
            String slug,
            String name,
            Visibility visibility,
            long version,
            Instant changedAt)
            implements SpaceEvent {
        @Override
        public String type() {
            return "space.settings-changed.v1";
        }
    }
}
