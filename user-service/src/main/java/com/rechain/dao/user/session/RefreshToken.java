package com.rechain.dao.user.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is kept of a refresh token: enough to know it again, not enough to be it. */
@Entity
@Table(name = "refresh_token")
class RefreshToken {
    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "generation")
    private long generation;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "rotated_at")
    private @Nullable Instant rotatedAt;

    /** For Hibernate only. */
    protected RefreshToken() {}

    RefreshToken(RefreshSecret secret, Session session, Instant now) {
        tokenHash = secret.hash();
        sessionId = session.id();
        generation = session.generation();
        issuedAt = now;
    }

    UUID sessionId() {
        return sessionId;
    }

    long generation() {
        return generation;
    }

    @Nullable Instant rotatedAt() {
        return rotatedAt;
    }
}
