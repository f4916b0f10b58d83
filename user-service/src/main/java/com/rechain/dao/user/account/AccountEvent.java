package com.rechain.dao.user.account;

import java.time.Instant;
import java.util.UUID;

/** What others are told about accounts. */
sealed interface AccountEvent {
    /** The name the event goes by; its version is part of it. */
    String type();

    record Registered(UUID userId, String handle, String displayName, Instant registeredAt)
            implements AccountEvent {
        @Override
        public String type() {
            return "user.registered.v1";
        }
    }

    record Updated(UUID userId, String handle, String displayName, Instant updatedAt)
            implements AccountEvent {
        @Override
        public String type() {
            return "user.updated.v1";
        }
    }

    record Suspended(UUID userId, String reason, Instant suspendedAt) implements AccountEvent {
        @Override
        public String type() {
            return "user.suspended.v1";
        }
    }
}
