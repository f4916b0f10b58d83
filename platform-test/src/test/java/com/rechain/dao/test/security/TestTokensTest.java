package com.rechain.dao.test.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestTokensTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aTokenIsSignedByTheKeyOfTheKeySet() throws Exception {
        String token = TestTokens.of(UUID.randomUUID(), "alice");

        assertThat(genuine(token)).isTrue();
    }

    @Test
    void anotherKeyMakesAForgery() throws Exception {
        String forged =
                TestTokens.draft(UUID.randomUUID(), "alice")
                        .signedBy(SigningKey.untrusted("test-key"))
                        .signed();

        assertThat(genuine(forged)).isFalse();
    }

    @Test
    void aDraftCarriesTheClaimsOfTheContract() throws Exception {
        UUID user = UUID.randomUUID();

        JsonNode claims = part(TestTokens.of(user, "alice"), 1);

        assertThat(claims.get("sub").asText()).isEqualTo(user.toString());
        assertThat(claims.get("preferred_username").asText()).isEqualTo("alice");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(600);
    }

    @Test
    void aChangedDraftLeavesTheOriginalAlone() throws Exception {
        TokenDraft draft = TestTokens.draft(UUID.randomUUID(), "alice");

        String spoilt = draft.header("alg", "none").claim("sub", null).unsigned();

        assertThat(part(spoilt, 0).get("alg").asText()).isEqualTo("none");
        assertThat(part(spoilt, 1).has("sub")).isFalse();
        assertThat(part(draft.signed(), 0).get("alg").asText()).isEqualTo("RS256");
    }

    private static JsonNode part(String token, int index) throws Exception {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
    }

    private static boolean genuine(String token) throws Exception {
        JsonNode jwk = JSON.readTree(TestTokens.jwks()).get("keys").get(0);
        PublicKey key =
                KeyFactory.getInstance("RSA")
                        .generatePublic(
                                new RSAPublicKeySpec(number(jwk.get("n")), number(jwk.get("e"))));
        int end = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(token.substring(0, end).getBytes());
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    }

    private static BigInteger number(JsonNode text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text.asText()));
    }
}
