package com.rechain.dao.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.ScriptedService;
import com.rechain.dao.gateway.support.Tokens;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCheckIT {
    private static final Tokens TRUSTED = Tokens.TRUSTED;
    private static final Tokens STRANGER = Tokens.withNewKey("strangers-key");

    private static final ScriptedService SERVICE = ScriptedService.answering(200, "inside");
    private static final GatewayUnderTest GATEWAY =
            GatewayUnderTest.builder().users(SERVICE).start();

    @BeforeAll
    static void awaitKeys() {
        Awaitility.await().until(GATEWAY.gateway()::hasKeys);
    }

    @AfterAll
    static void stop() {
        GATEWAY.close();
        SERVICE.close();
    }

    @BeforeEach
    void forget() {
        SERVICE.received().clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Digest x", "Bearer", "bearerx y", "Token abc"})
    void otherCredentialsAreRefused(String credentials) throws Exception {
        assertThat(get(credentials).statusCode()).isEqualTo(401);
    }

    @Test
    void twoTokensAreRefused() throws Exception {
        HttpResponse<String> response =
                GATEWAY.get(
                        "/api/v1/users/me",
                        "Authorization",
                        "Bearer " + TRUSTED.good(),
                        "Authorization",
                        "Bearer " + TRUSTED.good());

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void aGenuineTokenPassesAgainAndAgain() throws Exception {
        String token = TRUSTED.good();

        assertThat(get("Bearer " + token).body()).isEqualTo("inside");
        assertThat(get("bearer " + token).body()).isEqualTo("inside");
        assertThat(SERVICE.received().getLast().header("Authorization"))
                .isEqualTo("bearer " + token);
    }

    @Test
    void strangersPassWithoutAToken() throws Exception {
        assertThat(GATEWAY.get("/api/v1/users/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aNewKeyIsTakenUpAndAWithdrawnOneNoLonger() throws Exception {
        Tokens next = Tokens.withNewKey("next-key");
        ScriptedService users = ScriptedService.answering(200, "inside");
        try (GatewayUnderTest gateway =
                GatewayUnderTest.builder()
                        .users(users)
                        .set("auth.refresh-every", "PT0.05S")
                        .start()) {
            Awaitility.await().until(gateway.gateway()::hasKeys);
            String old = "Bearer " + TRUSTED.good();
            assertThat(gateway.get("/api/v1/users/me", "Authorization", old).statusCode())
                    .isEqualTo(200);

            users.publish(next.jwks());

            String now = "Bearer " + next.good();
            Awaitility.await()
                    .until(() ->
                            gateway.get("/api/v1/users/me", "Authorization", now).statusCode()
                                    == 200);
            assertThat(gateway.get("/api/v1/users/me", "Authorization", old).statusCode())
                    .isEqualTo(401);
        } finally {
            users.close();
        }
    }

    @Test
    void withoutKeysNobodyPassesWithAToken() throws Exception {
        try (GatewayUnderTest gateway = GatewayUnderTest.builder().votings(SERVICE).start()) {
            HttpResponse<String> response =
                    gateway.get(
                            "/api/v1/log/checkpoint", "Authorization", "Bearer " + TRUSTED.good());

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(response.body()).contains("\"code\":\"keys-unavailable\"");
            assertThat(gateway.get("/api/v1/log/checkpoint").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(String authorization) throws Exception {
        return GATEWAY.get("/api/v1/users/me", "Authorization", authorization);
    }

    private static Consumer<JsonWebSignature> header(String name, String value) {
        return signature -> signature.setHeader(name, value);
    }
}
