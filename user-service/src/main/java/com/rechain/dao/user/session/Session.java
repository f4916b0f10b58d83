package com.rechain.dao.user.session;

import com.rechain.dao.user.web.Client;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in on one device, and the family of refresh tokens that came of it. Changed under its
 * row lock only.
 */
@Entity
@Table(name = "session")
class Session {
    @Id private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "user_agent")
    private String userAgent;

    @Column(name = "address")
    private String address;

    @Column(name = "generation")
    private long generation;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "idle_expires_at")
    private Instant idleExpiresAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "revoked_because")
    private @Nullable EndReason revokedBecause;

    /** For Hibernate only. */
    protected Session() {}

    static Session start(
            UUID id, UUID accountId, Client client, Instant now, SessionConfig config) {
        Session session = new Session();
        session.id = id;
        session.accountId = accountId;
        session.generation = 1;
        session.createdAt = now;
        session.expiresAt = now.plus(config.absolute());
        session.use(client, now, config);
        return session;
    }

    /** The next generation of tokens begins. */
    void rotate(Client client, Instant now, SessionConfig config) {
        generation++;
        use(client, now, config);
    }

    private void use(Client client, Instant now, SessionConfig config) {
        userAgent = client.userAgent();
        address = client.address();
        lastUsedAt = now;
        Instant idleEnd = now.plus(config.idle());
        idleExpiresAt = idleEnd.isBefore(expiresAt) ? idleEnd : expiresAt;
    }

    /** Ends the session; a second time changes nothing. */
    void revoke(EndReason reason, Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
            revokedBecause = reason;
        }
    }

    boolean isOpenAt(Instant now) {
        return revokedAt == null && now.isBefore(idleExpiresAt);
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    long generation() {
        return generation;
    }

    Client client() {
        return new Client(address, userAgent);
    }

    Instant idleExpiresAt() {
        return idleExpiresAt;
    }

    SessionView view(UUID current) {
        return new SessionView(
                id, id.equals(current), userAgent, address, createdAt, lastUsedAt, idleExpiresAt);
    }
}
