package com.rechain.dao.user.account;

import com.rechain.dao.user.text.EmailAddress;
import com.rechain.dao.user.text.Handle;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person known to the platform. Leaves {@link AccountStatus#ACTIVE} only by {@link #suspend} and
 * {@link #close}.
 */
@Entity
@Table(name = "account")
class Account {
    @Id private UUID id;

    @Column(name = "handle")
    private String handle;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "email")
    private String email;

    @Column(name = "email_key")
    private String emailKey;

    @Column(name = "email_verified_at")
    private @Nullable Instant emailVerifiedAt;

    @Column(name = "locale")
    private @Nullable String locale;

    @Column(name = "time_zone")
    private @Nullable String timeZone;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private AccountStatus status;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    @Column(name = "version")
    private long version;

    /** For Hibernate only. */
    protected Account() {}

    static Account register(
            UUID id, Handle handle, EmailAddress email, String displayName, Instant now) {
        Account account = new Account();
        account.id = id;
        account.handle = handle.text();
        account.email = email.text();
        account.emailKey = email.key();
        account.displayName = displayName;
        account.status = AccountStatus.ACTIVE;
        account.createdAt = now;
        account.updatedAt = now;
        return account;
    }

    /** Changes what is given and keeps the rest. */
    void update(ProfileChange change, Instant now) {
        displayName = change.displayName() == null ? displayName : change.displayName();
        locale = change.locale() == null ? locale : change.locale();
        timeZone = change.timeZone() == null ? timeZone : change.timeZone();
        updatedAt = now;
    }

    void suspend(Instant now) {
        status = AccountStatus.SUSPENDED;
        updatedAt = now;
    }

    /** Puts something meaningless in the place of everything that told who this was. */
    void close(Instant now) {
        String digits = id.toString().replace("-", "");
        handle = Handle.CLOSED_PREFIX + digits.substring(digits.length() - 24);
        displayName = "Deleted account";
        email = "deleted:" + id;
        emailKey = email;
        emailVerifiedAt = null;
        locale = null;
        timeZone = null;
        status = AccountStatus.DELETED;
        updatedAt = now;
    }

    boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }

    long version() {
        return version;
    }

    AccountView view() {
        return new AccountView(
                id,
                handle,
                displayName,
                email,
                emailVerifiedAt,
                locale,
                timeZone,
                status,
                createdAt,
                updatedAt,
                version);
    }
}
