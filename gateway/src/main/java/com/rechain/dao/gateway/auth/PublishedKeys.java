package com.rechain.dao.gateway.auth;

import com.rechain.dao.platform.security.VerificationKeys;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The verification keys that user-service last published. Safe for use by many threads. */
public final class PublishedKeys implements VerificationKeys {
    private volatile Map<String, PublicKey> keys = Map.of();
    private volatile Runnable unknownKey = () -> {};

    @Override
    public boolean loaded() {
        return !keys.isEmpty();
    }

    @Override
    public @Nullable PublicKey find(String keyId) {
        PublicKey key = keys.get(keyId);
        if (key == null) {
            unknownKey.run();
        }
        return key;
    }

    /**
     * Has {@code action} run, on the asking thread, whenever a token names a key that is not here.
     */
    void onUnknownKey(Runnable action) {
        unknownKey = action;
    }

    /**
     * Replaces all keys by those of the JSON Web Key Set {@code jwks}; true when a key that was
     * here is gone or another now.
     *
     * @throws JoseException when it is none or has no RSA key; then nothing changes
     */
    synchronized boolean replace(String jwks) throws JoseException {
        Map<String, PublicKey> published = new HashMap<>();
        for (JsonWebKey key : new JsonWebKeySet(jwks).getJsonWebKeys()) {
            if (key instanceof RsaJsonWebKey rsa && rsa.getKeyId() != null) {
                published.put(rsa.getKeyId(), rsa.getRsaPublicKey());
            }
        }
        if (published.isEmpty()) {
            throw new JoseException("no RSA key in the key set");
        }
        Map<String, PublicKey> before = keys;
        keys = Map.copyOf(published);
        return !published.entrySet().containsAll(before.entrySet());
    }
}
