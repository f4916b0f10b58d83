package com.rechain.dao.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.RawClient;
import com.rechain.dao.gateway.support.ScriptedService;
import com.rechain.dao.gateway.support.ScriptedService.Received;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardingIT {
    private final ScriptedService users = ScriptedService.answering(200, "users");
    private final ScriptedService proposals = ScriptedService.answering(200, "proposals");
    private final ScriptedService votings = ScriptedService.answering(200, "votings");
    private final GatewayUnderTest gateway =
            GatewayUnderTest.builder().users(users).proposals(proposals).votings(votings).start();

    @AfterEach
    void stop() {
        gateway.close();
        users.close();
        proposals.close();
        votings.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/auth/sessions, users",
        "/api/v1/spaces/x/weights, users",
        "/.well-known/jwks.json, users",
        "/api/v1/proposals?state=ACTIVE, proposals",
        "/api/v1/proposals/1/comments, proposals",
        "/api/v1/proposals/1/tally, votings",
        "/api/v1/users/me/todo, votings",
        "/api/v1/log/tile/0/1, votings"
    })
    void everyPathGetsToItsService(String path, String answer) throws Exception {
        HttpResponse<String> response = gateway.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "/",
        "/internal/v1/spaces/1",
        "/q/health",
        "/q/metrics",
        "/api/v1/internal",
        "/api/v2/users",
        "/api/v1"
    })
    void whatIsNotPublicIsNotThere(String path) throws Exception {
        HttpResponse<String> response = gateway.get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("\"code\":\"not-found\"");
        assertThat(users.received()).noneMatch(request -> request.uri().equals(path));
    }

    @Test
    void methodPathQueryAndBodyArriveAsTheyWereSent() throws Exception {
        users.become(request -> request.response().setStatusCode(201).end());

        HttpResponse<String> response =
                gateway.send(
                        gateway.request("/api/v1/spaces/caf%C3%A9?a=%20&b=c+d&b=%2F")
                                .PUT(BodyPublishers.ofString("{\"x\": 1}")));

        assertThat(response.statusCode()).isEqualTo(201);
        Received received = lastOf(users);
        assertThat(received.method()).isEqualTo("PUT");
        assertThat(received.uri()).isEqualTo("/api/v1/spaces/caf%C3%A9?a=%20&b=c+d&b=%2F");
        assertThat(received.body().toString()).isEqualTo("{\"x\": 1}");
        assertThat(received.header("content-length")).isEqualTo("8");
    }

    @Test
    void aChunkedBodyStaysChunkedAndWhole() throws Exception {
        users.become(
                request -> request.body().onSuccess(body -> request.response().end(digest(body))));
        byte[] large = new byte[900_000];
        Arrays.fill(large, (byte) 'x');

        HttpResponse<String> response =
                gateway.send(
                        gateway.request("/api/v1/spaces")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(large))));

        assertThat(response.body()).isEqualTo(digest(Buffer.buffer(large)));
    }

    @Test
    void aServicesProblemPassesUnchanged() throws Exception {
        String problem = "{\"code\":\"state-conflict\",\"traceId\":\"abc\"}";
        proposals.become(request ->
                request.response()
                        .setStatusCode(503)
                        .putHeader("Content-Type", "application/problem+json")
                        .putHeader("Retry-After", "7")
                        .end(problem));

        HttpResponse<String> response = gateway.get("/api/v1/proposals");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(response.body()).isEqualTo(problem);
        assertThat(proposals.received()).hasSize(1);
    }

    @Test
    void theAnswerToHeadHasALengthAndNoBody() throws Exception {
        proposals.become(request -> request.response().putHeader("Content-Length", "9").end());
        try (RawClient client = new RawClient(gateway.port())) {
            client.say("HEAD /api/v1/proposals HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            String answer = client.readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("content-length: 9");
            assertThat(answer).endsWith("\r\n\r\n");
        }
    }

    @Test
    void requestsInOneBreathAreAnsweredInOrder() throws IOException {
        try (RawClient client = new RawClient(gateway.port())) {
            client.say(
                    "GET /api/v1/proposals HTTP/1.1\r\nHost: a\r\n\r\n"
                            + "GET /api/v1/users/1 HTTP/1.1\r\nHost: a\r\n\r\n"
                            + "GET /api/v1/log/checkpoint HTTP/1.1\r\nHost: a\r\n"
                            + "Connection: close\r\n\r\n");

            String answers = client.readToEnd();

            assertThat(answers)
                    .containsSubsequence("\r\n\r\nproposals", "\r\n\r\nusers", "\r\n\r\nvotings");
        }
    }

    @Test
    void theCallerIsToldToGoOnBeforeItSendsItsBody() throws IOException {
        try (RawClient client = new RawClient(gateway.port())) {
            client.say(
                    "POST /api/v1/spaces HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n"
                            + "Expect: 100-continue\r\nConnection: close\r\n\r\n");
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 Continue");

            String answer = client.say("{}").readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 200");
            assertThat(lastOf(users).header("Expect")).isNull();
        }
    }

    @Test
    void eventsPassAsTheyComeAndEndWhenTheCallerLeaves() throws IOException {
        CompletableFuture<Void> left = new CompletableFuture<>();
        votings.become(request -> {
            request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
            request.response().write("data: 1\n\n");
            request.response().closeHandler(_ -> left.complete(null));
        });
        try (RawClient client = new RawClient(gateway.port())) {
            client.say("GET /api/v1/proposals/1/stream HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.readUntil("data: 1")).contains("text/event-stream");
        }

        assertThat(left).succeedsWithin(Duration.ofSeconds(5));
    }

    private static Received lastOf(ScriptedService service) {
        return service.received().getLast();
    }

    private static String digest(Buffer body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
