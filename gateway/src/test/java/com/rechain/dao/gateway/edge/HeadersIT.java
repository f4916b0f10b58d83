package com.rechain.dao.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.RawClient;
import com.rechain.dao.gateway.support.ScriptedService;
import com.rechain.dao.gateway.support.ScriptedService.Received;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersIT {
    private static final ScriptedService SERVICE = ScriptedService.running(HeadersIT::tellTooMuch);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: for=1.2.3.4",
                "X-Real-IP: 1.2.3.4",
                "X-User-Id: 1",
                "x-user-roles: admin",
                "X_User_Id: 1",
                "Dao-Internal-Secret: x",
                "DAO-INTERNAL-anything: x",
                "X-Original-URL: /internal",
                "X-Rewrite-URL: /internal",
                "X-HTTP-Method-Override: DELETE",
                "True-Client-IP: 1.2.3.4",
                "X-Forwarded-Prefix: /x",
                "X-Forwarded-User: root",
                "Dao_Internal_Secret: x",
                "Keep-Alive: timeout=5",
                "Proxy-Authorization: Basic eDp5",
                "Proxy-Connection: keep-alive",
                "TE: trailers",
                "Trailer: X-Late",
                "Upgrade: websocket"
            })
    void whatOnlyTheGatewayMaySayIsDropped(String field) throws IOException {
        Received received = send(GATEWAY, field);

        assertThat(received.all(field.substring(0, field.indexOf(':')))).isEmpty();
    }

    @Test
    void fieldsThatTheConnectionNamesAreDropped() throws IOException {
        Received received =
                send(GATEWAY, "Connection: X-Private, close\r\nX-Private: 1\r\nX-Other: 2");

        assertThat(received.header("X-Private")).isNull();
        assertThat(received.header("X-Other")).isEqualTo("2");
    }

    @Test
    void theCallerIsNamedByTheGatewayAlone() throws IOException {
        Received received =
                send(
                        GATEWAY,
                        "X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-Proto: https\r\n"
                                + "X-Forwarded-Host: evil\r\nDao-Deadline-Ms: 999999");

        assertThat(received.all("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(received.all("X-Forwarded-Proto")).containsExactly("http");
        assertThat(received.all("X-Forwarded-Host")).containsExactly("example.org");
        assertThat(received.all("Host")).containsExactly("127.0.0.1:" + SERVICE.port());
        assertThat(Integer.parseInt(received.header("Dao-Deadline-Ms"))).isBetween(5_000, 10_000);
    }

    @Test
    void aTrustedProxysWordIsKeptAndAddedTo() throws IOException {
        Received received =
                send(
                        BEHIND_A_PROXY,
                        "X-Forwarded-For: 5.5.5.5\r\nX-Forwarded-Proto: https\r\n"
                                + "X-Forwarded-Host: dao.example");

        assertThat(received.all("X-Forwarded-For")).containsExactly("5.5.5.5, 127.0.0.1");
        assertThat(received.all("X-Forwarded-Proto")).containsExactly("https");
        assertThat(received.all("X-Forwarded-Host")).containsExactly("dao.example");
    }

    @Test
    void theRequestIdIsPassedAndEchoed() throws Exception {
        HttpResponse<String> response = GATEWAY.get("/api/v1/users/1", "X-Request-Id", "my-id_1.a");

        assertThat(SERVICE.received().getLast().all("X-Request-Id")).containsExactly("my-id_1.a");
        assertThat(response.headers().allValues("X-Request-Id")).containsExactly("my-id_1.a");
    }

    @Test
    void aHarmfulRequestIdIsReplaced() throws Exception {
        HttpResponse<String> response =
                GATEWAY.get("/api/v1/users/1", "X-Request-Id", "a b<script>");

        String made = response.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(made).matches("[0-9a-f-]{36}");
        assertThat(SERVICE.received().getLast().header("X-Request-Id")).isEqualTo(made);
    }

    @Test
    void theTraceGoesOnWithANewStep() throws IOException {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        Received received = send(GATEWAY, "traceparent: 00-" + trace + "-00f067aa0ba902b7-01");

        assertThat(received.all("traceparent")).hasSize(1);
        assertThat(received.header("traceparent"))
                .startsWith("00-" + trace + "-")
                .doesNotContain("00f067aa0ba902b7")
                .endsWith("-01");
    }

    private static Received send(GatewayUnderTest to, String fields) throws IOException {
        String closing = fields.startsWith("Connection:") ? "" : "\r\nConnection: close";
        try (RawClient client = new RawClient(to.port())) {
            String answer =
                    client.say(
                                    "GET /api/v1/users/1 HTTP/1.1\r\nHost: example.org\r\n"
                                            + fields
                                            + closing
                                            + "\r\n\r\n")
                            .readToEnd();
            assertThat(answer).startsWith("HTTP/1.1 200");
        }
        return SERVICE.received().getLast();
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
