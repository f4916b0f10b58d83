package com.rechain.dao.user.credential;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Credentials on the primary. */
@ApplicationScoped
class CredentialRepository implements PanacheRepositoryBase<Credential, UUID> {
    Optional<Credential> password(UUID accountId) {
        return find("accountId = ?1 and kind = ?2", accountId, CredentialKind.PASSWORD)
                .firstResultOptional();
    }

    void deleteAllOf(UUID accountId) {
        delete("accountId", accountId);
    }
}
