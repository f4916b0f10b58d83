package com.rechain.dao.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwksKeysTest {
    private static final String FIRST = TestKeys.jwks("first", TestKeys.OURS);
    private static final String SECOND = TestKeys.jwks("second", TestKeys.THEIRS);

    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 200;
    private volatile String body = FIRST;
    private HttpServer server;
    private JwksKeys keys;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/jwks", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        keys.close();
        server.stop(0);
    }

    @Test
    void keysAreFoundByTheirIdOnceLoaded() {
        keys = keys();

        await().until(keys::loaded);

        assertThat(keys.find("first")).isEqualTo(TestKeys.OURS.getPublic());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"keys\":\"x\"}",
                "{\"keys\":[]}",
                "{\"keys\":[1]}",
                "<html>"
            })
    void anUnusableAnswerIsAskedForAgainUntilItIsAKeySet(String unusable) {
        body = unusable;
        keys = keys();
        await().until(() -> asked.get() >= 2);
        assertThat(keys.loaded()).isFalse();
        assertThat(keys.find("first")).isNull();

        body = FIRST;

        await().until(keys::loaded);
        assertThat(keys.find("first")).isEqualTo(TestKeys.OURS.getPublic());
    }

    @Test
    void anAnswerWithoutEndIsGivenUp() {
        body = "{\"keys\":[],\"padding\":\"" + "x".repeat(300_000) + "\"}";
        keys = keys();
        await().until(() -> asked.get() >= 2);

        body = FIRST;

        await().until(keys::loaded);
    }

    @Test
    void anUnknownIdBringsTheNewKeysSoon() {
        keys = keys();
        await().until(keys::loaded);
        body = SECOND;

        assertThat(keys.find("second")).isNull();

        await().until(() -> keys.find("second") != null);
        assertThat(keys.find("first")).as("a retired key").isNull();
    }

    @Test
    void manyUnknownIdsAskOnlyOnce() {
        keys = keys();
        await().until(keys::loaded);

        for (int i = 0; i < 1_000; i++) {
            assertThat(keys.find("made-up-" + i)).isNull();
        }

        await().until(() -> asked.get() == 2);
        await().during(java.time.Duration.ofMillis(200)).until(() -> asked.get() == 2);
    }

    @Test
    void theLastKnownKeysStayInForceWhileTheServerFails() {
        keys = keys();
        await().until(keys::loaded);
        status = 500;
        body = SECOND;

        keys.find("second");

        await().until(() -> asked.get() == 2);
        assertThat(keys.loaded()).isTrue();
        assertThat(keys.find("first")).isNotNull();
        assertThat(keys.find("second")).isNull();
    }

    @Test
    void afterClosingNothingIsThrown() {
        keys = keys();
        await().until(keys::loaded);

        keys.close();

        assertThatCode(() -> keys.find("unknown")).doesNotThrowAnyException();
        assertThat(keys.find("first")).isNotNull();
    }

    @Test
    void onlyNamedRsaKeysForSignaturesAreTaken() throws JoseException {
        keys = keys();
        String jwks =
                "{\"keys\":[%s,%s,%s]}"
                        .formatted(
                                TestKeys.jwk("signs", Use.SIGNATURE, TestKeys.OURS),
                                TestKeys.jwk("encrypts", Use.ENCRYPTION, TestKeys.OURS),
                                TestKeys.jwk(null, Use.SIGNATURE, TestKeys.OURS));

        assertThat(JwkSet.parse(jwks)).containsOnlyKeys("signs");
        assertThatThrownBy(() -> JwkSet.parse("{\"keys\":[]}")).isInstanceOf(JoseException.class);
    }

    private JwksKeys keys() {
        return new JwksKeys(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
