package com.rechain.dao.test.security;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** An RSA key that signs test tokens. */
public final class SigningKey {
    private static final String SHARED = "dao.test.signing-key";
    private static final int BITS = 2048;

    private final String id;
    private final RSAPrivateCrtKey key;

    private SigningKey(String id, RSAPrivateCrtKey key) {
        this.id = id;
        this.key = key;
    }

    /** The key all tests of this JVM trust; class loaders share it as a system property. */
    public static synchronized SigningKey trusted() {
        String encoded = System.getProperty(SHARED);
        if (encoded == null) {
            encoded = Base64.getEncoder().encodeToString(generate().getEncoded());
            System.setProperty(SHARED, encoded);
        }
        return new SigningKey("test-key", decode(encoded));
    }

    /** A fresh key that nobody trusts, under a key id of your choice. */
    public static SigningKey untrusted(String id) {
        return new SigningKey(id, (RSAPrivateCrtKey) generate());
    }

    public String id() {
        return id;
    }

    /** The public half as a JWK. */
    public String jwk() {
        return """
        {"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}\
        """
                .formatted(id, base64Url(key.getModulus()), base64Url(key.getPublicExponent()));
    }

    byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64Url(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static PrivateKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAPrivateCrtKey decode(String encoded) {
        try {
            PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded));
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
