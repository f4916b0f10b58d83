package com.rechain.dao.platform.security;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/** The public keys that access tokens may be signed with. Never blocks and never throws. */
public interface VerificationKeys {
    /** Whether keys were ever loaded. */
    boolean loaded();

    /**
     * The key named {@code keyId}, or null; an unknown name may start a refresh in the background.
     */
    @Nullable PublicKey find(String keyId);
}
