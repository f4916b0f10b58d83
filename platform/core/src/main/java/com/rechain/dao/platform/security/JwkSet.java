package com.rechain.dao.platform.security;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;

/** Reads a JSON Web Key Set (RFC 7517): its named RSA keys that are meant for signatures. */
final class JwkSet {
    private JwkSet() {}

    /**
     * The keys by their id.
     *
     * @throws JoseException when it is no key set or has no such key
     */
    static Map<String, PublicKey> parse(String json) throws JoseException {
        Map<String, PublicKey> parsed = new HashMap<>();
        for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
            if (key instanceof RsaJsonWebKey rsa
                    && rsa.getKeyId() != null
                    && !Use.ENCRYPTION.equals(rsa.getUse())) {
                parsed.put(rsa.getKeyId(), rsa.getRsaPublicKey());
            }
        }
        if (parsed.isEmpty()) {
            throw new JoseException("no RSA key for signatures in the key set");
        }
        return Map.copyOf(parsed);
    }
}
