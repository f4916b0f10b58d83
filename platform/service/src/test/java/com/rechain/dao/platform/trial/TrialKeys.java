package com.rechain.dao.platform.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.platform.security.VerificationKeys;
import com.rechain.dao.test.security.SigningKey;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The tests' key, which can be as good as never loaded. */
@Singleton
public class TrialKeys implements VerificationKeys {
    private static final SigningKey KEY = SigningKey.trusted();
    private static final PublicKey PUBLIC = read(KEY.jwk());

    private volatile boolean loaded = true;

    public void setLoaded(boolean loaded) {
        this.loaded = loaded;
    }

    @Override
    public boolean loaded() {
        return loaded;
    }

    @Override
    public @Nullable PublicKey find(String keyId) {
        return keyId.equals(KEY.id()) ? PUBLIC : null;
    }

    private static PublicKey read(String jwk) {
        try {
            JsonNode members = new ObjectMapper().readTree(jwk);
            return KeyFactory.getInstance("RSA")
                    .generatePublic(
                            new RSAPublicKeySpec(
                                    number(members.get("n")), number(members.get("e"))));
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(JsonNode member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(member.asText()));
    }
}
