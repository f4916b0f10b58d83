package com.rechain.dao.user.credential;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.user.password.PasswordHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One way of proving to be the holder of one account. */
@Entity
@Table(name = "credential")
class Credential {
    // Only identities given by others have an issuer.
    private static final String OURSELVES = "";

    @Id private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private CredentialKind kind;

    @Column(name = "issuer")
    private String issuer;

    @Column(name = "subject")
    private String subject;

    @Column(name = "secret")
    private String secret;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    @Column(name = "version")
    private long version;

    /** For Hibernate only. */
    protected Credential() {}

    static Credential password(UUID accountId, PasswordHash hash, Instant now) {
        Credential credential = new Credential();
        credential.id = Ids.next();
        credential.accountId = accountId;
        credential.kind = CredentialKind.PASSWORD;
        credential.issuer = OURSELVES;
        credential.subject = accountId.toString();
        credential.secret = hash.phc();
        credential.createdAt = now;
        credential.updatedAt = now;
        return credential;
    }

    void replace(PasswordHash hash, Instant now) {
        secret = hash.phc();
        updatedAt = now;
    }

    PasswordHash passwordHash() {
        return PasswordHash.parse(secret);
    }
}
