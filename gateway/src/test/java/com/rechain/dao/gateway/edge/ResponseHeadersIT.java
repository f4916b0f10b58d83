package com.rechain.dao.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.ScriptedService;
import com.rechain.dao.gateway.support.Tokens;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResponseHeadersIT {
    private static final ScriptedService SERVICE =
            ScriptedService.running(ResponseHeadersIT::tellTooMuch);
    private static final GatewayUnderTest GATEWAY =
            GatewayUnderTest.builder().users(SERVICE).start();
    private static final GatewayUnderTest BEHIND_A_PROXY =
            GatewayUnderTest.builder()
                    .users(SERVICE)
                    .set("forwarded.trusted-proxies", "10.0.0.0/8,127.0.0.1")
                    .start();

    @AfterAll
    static void stop() {
        GATEWAY.close();
        BEHIND_A_PROXY.close();
        SERVICE.close();
    }

    @BeforeEach
    void forget() {
        SERVICE.received().clear();
    }

    @Test
    void theGatewaysProblemsNameTheTrace() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        HttpResponse<String> response =
                GATEWAY.get("/nowhere", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");

        assertThat(response.body()).contains("\"traceId\":\"" + trace + "\"");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void everyAnswerCarriesTheSecurityFields() throws Exception {
        for (String path : new String[] {"/api/v1/users/1", "/nowhere", "/health"}) {
            HttpResponse<String> response = GATEWAY.get(path);

            assertThat(response.headers().allValues("X-Content-Type-Options"))
                    .containsExactly("nosniff");
            assertThat(response.headers().allValues("Referrer-Policy"))
                    .containsExactly("no-referrer");
            assertThat(response.headers().allValues("X-Frame-Options")).containsExactly("DENY");
            assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(response.headers().map())
                    .doesNotContainKeys("server", "x-powered-by", "strict-transport-security");
        }
    }

    @Test
    void callersByTlsAreToldToStayThere() throws Exception {
        HttpResponse<String> response =
                BEHIND_A_PROXY.get("/api/v1/users/1", "X-Forwarded-Proto", "https");

        assertThat(response.headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=63072000; includeSubDomains");
    }

    @Test
    void whatAServiceTellsTooMuchEndsHere() throws Exception {
        HttpResponse<String> response = GATEWAY.get("/api/v1/users/1");

        assertThat(response.headers().map())
                .doesNotContainKeys("x-powered-by", "server", "dao-internal-note", "keep-alive");
        assertThat(response.headers().allValues("Freshness-Token"))
                .containsExactly("user-service=1763933333123456");
    }

    @Test
    void personalAnswersAreNotStoredUnlessTheServiceSaysSo() throws Exception {
        Awaitility.await().until(GATEWAY.gateway()::hasKeys);
        String token = "Bearer " + Tokens.TRUSTED.good();

        assertThat(
                        GATEWAY.get("/api/v1/users/me", "Authorization", token)
                                .headers()
                                .allValues("Cache-Control"))
                .containsExactly("no-store");
        assertThat(
                        GATEWAY.get("/api/v1/users/1", "Cookie", "a=b")
                                .headers()
                                .allValues("Cache-Control"))
                .containsExactly("no-store");
        assertThat(GATEWAY.get("/api/v1/users/1").headers().allValues("Cache-Control")).isEmpty();
        assertThat(
                        GATEWAY.get("/api/v1/users/cached", "Authorization", token)
                                .headers()
                                .allValues("Cache-Control"))
                .containsExactly("private, max-age=5");
    }

    private static void tellTooMuch(HttpServerRequest request) {
        if (request.path().endsWith("/cached")) {
            request.response().putHeader("Cache-Control", "private, max-age=5");
        }
        request.response()
                .putHeader("Server", "nginx/1.0")
                .putHeader("X-Powered-By", "Quarkus")
                .putHeader("Dao-Internal-Note", "x")
                .putHeader("Keep-Alive", "timeout=5")
                .putHeader("Freshness-Token", "user-service=1763933333123456")
                .end("{}");
    }
}
