package com.rechain.dao.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.ScriptedService;
import com.rechain.dao.gateway.support.Tokens;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ForgedTokensIT {
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

    static Stream<Arguments> isRefused() {
        String good = TRUSTED.good();
        String[] parts = good.split("\\.");
        return Stream.of(
                arguments("alg none", TRUSTED.signed(_ -> {}, ForgedTokensIT::unsigned)),
                arguments(
                        "alg none by hand",
                        b64("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + "."),
                arguments(
                        "alg NONE",
                        b64("{\"alg\":\"NONE\",\"typ\":\"at+jwt\"}") + "." + parts[1] + "."),
                arguments("no signature", parts[0] + "." + parts[1] + "."),
                arguments("HS256 with the public key", hmacWithPublicKey()),
                arguments(
                        "RS512",
                        TRUSTED.signed(_ -> {}, alg(AlgorithmIdentifiers.RSA_USING_SHA512))),
                arguments(
                        "PS256",
                        TRUSTED.signed(_ -> {}, alg(AlgorithmIdentifiers.RSA_PSS_USING_SHA256))),
                arguments("a stranger's key", STRANGER.good()),
                arguments(
                        "a stranger's key under our name",
                        STRANGER.signed(_ -> {}, kid("trusted-key"))),
                arguments(
                        "jwk in the header",
                        STRANGER.signed(
                                _ -> {}, s -> s.setJwkHeader((PublicJsonWebKey) STRANGER.key()))),
                arguments(
                        "jku in the header",
                        STRANGER.signed(_ -> {}, header("jku", "http://127.0.0.1:1/keys"))),
                arguments(
                        "x5u in the header",
                        STRANGER.signed(_ -> {}, header("x5u", "http://127.0.0.1:1/x"))),
                arguments(
                        "crit unknown",
                        TRUSTED.signed(_ -> {}, s -> s.setCriticalHeaderNames("b64x"))),
                arguments("kid traversal", TRUSTED.signed(_ -> {}, kid("../../etc/passwd"))),
                arguments("kid injection", TRUSTED.signed(_ -> {}, kid("' OR 1=1 --"))),
                arguments(
                        "kid missing",
                        TRUSTED.signed(
                                _ -> {}, s -> s.getHeaders().setStringHeaderValue("kid", null))),
                arguments(
                        "expired",
                        TRUSTED.signed(c -> c.setExpirationTime(Tokens.in(-60)), _ -> {})),
                arguments("without expiry", TRUSTED.signed(c -> c.unsetClaim("exp"), _ -> {})),
                arguments(
                        "expiry as text", TRUSTED.signed(c -> c.setClaim("exp", "never"), _ -> {})),
                arguments(
                        "not yet in force",
                        TRUSTED.signed(c -> c.setNotBefore(Tokens.in(300)), _ -> {})),
                arguments(
                        "another issuer",
                        TRUSTED.signed(c -> c.setIssuer("https://evil"), _ -> {})),
                arguments("without issuer", TRUSTED.signed(c -> c.unsetClaim("iss"), _ -> {})),
                arguments("another audience", TRUSTED.signed(c -> c.setAudience("other"), _ -> {})),
                arguments("without audience", TRUSTED.signed(c -> c.unsetClaim("aud"), _ -> {})),
                arguments("an id token", TRUSTED.signed(_ -> {}, header("typ", "JWT"))),
                arguments("without type", TRUSTED.signed(_ -> {}, header("typ", null))),
                arguments("without subject", TRUSTED.signed(c -> c.unsetClaim("sub"), _ -> {})),
                arguments(
                        "subject that is no user",
                        TRUSTED.signed(c -> c.setSubject("admin"), _ -> {})),
                arguments("without session", TRUSTED.signed(c -> c.unsetClaim("sid"), _ -> {})),
                arguments(
                        "claims exchanged",
                        parts[0] + "." + b64(Tokens.claims().toJson()) + "." + parts[2]),
                arguments("cut short", good.substring(0, good.length() - 20)),
                arguments("one bit changed", flipped(good)),
                arguments("two parts", parts[0] + "." + parts[1]),
                arguments("five parts", good + ".a.b"),
                arguments("not base64", "***.***.***"),
                arguments("empty", ""),
                arguments("longer than any token", good + "A".repeat(5_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isRefused(String name, String token) throws Exception {
        HttpResponse<String> response = get("Bearer " + token);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"rechain-dao\", error=\"invalid_token\"");
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"unauthenticated\"");
        assertThat(SERVICE.received()).isEmpty();
    }

    private static HttpResponse<String> get(String authorization) throws Exception {
        return GATEWAY.get("/api/v1/users/me", "Authorization", authorization);
    }

    private static void unsigned(JsonWebSignature signature) {
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        signature.setKey(null);
    }

    private static Consumer<JsonWebSignature> alg(String algorithm) {
        return signature -> signature.setAlgorithmHeaderValue(algorithm);
    }

    private static Consumer<JsonWebSignature> kid(String keyId) {
        return signature -> signature.setKeyIdHeaderValue(keyId);
    }

    private static Consumer<JsonWebSignature> header(String name, String value) {
        return signature -> signature.setHeader(name, value);
    }

    private static String hmacWithPublicKey() {
        return TRUSTED.signed(
                _ -> {},
                signature -> {
                    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
                    signature.setKey(new HmacKey(TRUSTED.key().getPublicKey().getEncoded()));
                });
    }

    private static String flipped(String token) {
        int at = token.length() - 10;
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }

    private static String b64(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
