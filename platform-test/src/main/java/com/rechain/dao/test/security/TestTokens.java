package com.rechain.dao.test.security;

import java.util.UUID;

/** Access tokens as user-service would issue them, for users that need not exist. */
public final class TestTokens {

    private TestTokens() {}

    /** A valid token. */
    public static String of(UUID userId, String handle) {
        return draft(userId, handle).signed();
    }

    /** A valid token; the handle follows from the id. */
    public static String of(UUID userId) {
        return of(userId, "user-" + userId.toString().substring(24));
    }

    /** A valid token to be spoilt before it is signed. */
    public static TokenDraft draft(UUID userId, String handle) {
        return TokenDraft.valid(userId, handle);
    }

    /** The key set that makes these tokens valid. */
    public static String jwks() {
        return "{\"keys\":[" + SigningKey.trusted().jwk() + "]}";
    }
}
