package com.rechain.dao.gateway.support;

import com.rechain.dao.platform.security.AccessTokenVerifier;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs access tokens as user-service would, and any way a forger might. */
public final class Tokens {
    /** The signer whose key every scripted service publishes. */
    public static final Tokens TRUSTED = withNewKey("trusted-key");

    private final RsaJsonWebKey key;

    private Tokens(RsaJsonWebKey key) {
        this.key = key;
    }

    /** A signer with a new key pair named {@code keyId}. */
    public static Tokens withNewKey(String keyId) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(keyId);
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            key.setUse("sig");
            return new Tokens(key);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public RsaJsonWebKey key() {
        return key;
    }

    /** The public half as a JSON Web Key Set. */
    public String jwks() {
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** A token that is as it should be. */
    public String good() {
        return signed(_ -> {}, _ -> {});
    }

    /** A good token but for what the two change before it is signed. */
    public String signed(Consumer<JwtClaims> claims, Consumer<JsonWebSignature> header) {
        JwtClaims content = claims();
        claims.accept(content);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", AccessTokenVerifier.TYPE);
        signature.setPayload(content.toJson());
        signature.setDoKeyValidation(false);
        header.accept(signature);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims of a good token. */
    public static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(AccessTokenVerifier.ISSUER);
        claims.setAudience(AccessTokenVerifier.AUDIENCE);
        claims.setSubject(UUID.randomUUID().toString());
        claims.setStringClaim(AccessTokenVerifier.SESSION_CLAIM, UUID.randomUUID().toString());
        claims.setStringClaim(AccessTokenVerifier.HANDLE_CLAIM, "ada");
        claims.setIssuedAtToNow();
        claims.setExpirationTime(in(600));
        claims.setGeneratedJwtId();
        return claims;
    }

    /** So many seconds from now. */
    public static NumericDate in(long seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }
}
