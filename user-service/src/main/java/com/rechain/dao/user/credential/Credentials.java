package com.rechain.dao.user.credential;

import com.rechain.dao.user.account.AccountClosing;
import com.rechain.dao.user.password.PasswordHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Keeps the password hashes of accounts. */
@ApplicationScoped
public class Credentials implements AccountClosing {
    private final CredentialRepository credentials;
    private final Clock clock;

    Credentials(CredentialRepository credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Gives a new account its first password, in the transaction at hand. */
    @Transactional(TxType.MANDATORY)
    public void create(UUID accountId, PasswordHash hash) {
        credentials.persist(Credential.password(accountId, hash, clock.instant()));
    }

    /** The hash of the account's password, if it has one. */
    @Transactional(TxType.SUPPORTS) // one statement, of which a transaction would make four
    public Optional<PasswordHash> password(UUID accountId) {
        return credentials.password(accountId).map(Credential::passwordHash);
    }

    /**
     * Puts {@code next} in the place of the hash {@code present}; false when that is no longer the
     * account's, as somebody else has replaced it meanwhile.
     */
    @Transactional
    public boolean replace(UUID accountId, PasswordHash present, PasswordHash next) {
        Optional<Credential> credential =
                credentials.password(accountId).filter(c -> c.passwordHash().equals(present));
        credential.ifPresent(c -> c.replace(next, clock.instant()));
        return credential.isPresent();
    }

    @Override
    public void close(UUID accountId) {
        credentials.deleteAllOf(accountId);
    }
}
