package com.rechain.dao.user.token;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Signing keys on the primary. */
@ApplicationScoped
class SigningKeyRepository implements PanacheRepositoryBase<SigningKey, String> {
    /** Waits until this transaction is the only one that may add or remove keys. */
    void lockRotation() {
        getEntityManager()
                .createNativeQuery("SELECT id FROM signing_key_rotation WHERE id = 1 FOR UPDATE")
                .getSingleResult();
    }
}
