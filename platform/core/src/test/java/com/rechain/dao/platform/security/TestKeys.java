package com.rechain.dao.platform.security;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Map;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.Use;
import org.jspecify.annotations.Nullable;

/** Keys of the tests, and the key set that names some of them. */
record TestKeys(Map<String, PublicKey> known) implements VerificationKeys {
    static final KeyPair OURS = rsa(2048);
    static final KeyPair THEIRS = rsa(2048);

    @Override
    public boolean loaded() {
        return !known.isEmpty();
    }

    @Override
    public @Nullable PublicKey find(String keyId) {
        return known.get(keyId);
    }

    static KeyPair rsa(int bits) {
        return generate("RSA", bits);
    }

    static KeyPair generate(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String jwk(String keyId, String use, KeyPair pair) {
        RsaJsonWebKey key =
                new RsaJsonWebKey((java.security.interfaces.RSAPublicKey) pair.getPublic());
        key.setKeyId(keyId);
        key.setUse(use);
        return key.toJson();
    }

    static String jwks(String keyId, KeyPair pair) {
        return "{\"keys\":[" + jwk(keyId, Use.SIGNATURE, pair) + "]}";
    }
}
