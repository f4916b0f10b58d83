package com.rechain.dao.platform.auth;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Who makes the request at hand. */
@ApplicationScoped
public class CurrentCaller {
    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The caller, or empty for a request without an access token. */
    public Optional<Caller> find() {
        return identity.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /**
     * The caller of a request that needs one.
     *
     * @throws UnauthorizedException (answered 401) when there is none
     */
    public Caller require() {
        return find().orElseThrow(UnauthorizedException::new);
    }

    /** The caller's id, or empty for a request without an access token. */
    public Optional<UUID> userId() {
        return find().map(Caller::userId);
    }
}
