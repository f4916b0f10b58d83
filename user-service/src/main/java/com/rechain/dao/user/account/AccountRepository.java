package com.rechain.dao.user.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Accounts on the primary. */
@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<Account, UUID> {
    Optional<Account> findByEmailKey(String emailKey) {
        return find("emailKey", emailKey).firstResultOptional();
    }
}
