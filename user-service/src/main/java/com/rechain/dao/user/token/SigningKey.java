package com.rechain.dao.user.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key pair as it is stored: the private half encrypted. */
@Entity
@Table(name = "signing_key")
class SigningKey {
    @Id private String kid;

    @Column(name = "public_key")
    private byte[] publicKey;

    @Column(name = "private_key")
    private byte[] privateKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "activates_at")
    private Instant activatesAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /** For Hibernate only. */
    protected SigningKey() {}

    SigningKey(
            String kid,
            byte[] publicKey,
            byte[] encryptedPrivateKey,
            Instant createdAt,
            Instant activatesAt) {
        this.kid = kid;
        this.publicKey = publicKey;
        this.privateKey = encryptedPrivateKey;
        this.createdAt = createdAt;
        this.activatesAt = activatesAt;
    }

    /** Makes every token signed by it invalid as soon as verifiers fetch the key set again. */
    void revoke(Instant now) {
        revokedAt = now;
    }

    String kid() {
        return kid;
    }

    byte[] publicKey() {
        return publicKey;
    }

    byte[] encryptedPrivateKey() {
        return privateKey;
    }

    KeyTimes times() {
        return new KeyTimes(kid, activatesAt, revokedAt);
    }
}
