package com.rechain.dao.platform.auth;

import com.rechain.dao.platform.security.VerifiedToken;
import java.security.Principal;
import java.util.UUID;

/** The user on whose behalf a request is made, as the access token proved it. */
public record Caller(UUID userId, String handle, UUID sessionId) implements Principal {
    static Caller of(VerifiedToken token) {
        return new Caller(token.userId(), token.handle(), token.sessionId());
    }

    @Override
    public String getName() {
        return userId.toString();
    }
}
