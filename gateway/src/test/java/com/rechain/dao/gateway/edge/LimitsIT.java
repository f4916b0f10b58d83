package com.rechain.dao.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.RawClient;
import com.rechain.dao.gateway.support.ScriptedService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsIT {
    private static final int LIMIT = 1_000;

    private static final ScriptedService SERVICE =
            ScriptedService.running(request ->
                    request.body()
                            .onSuccess(
                                    body -> request.response().end(String.valueOf(body.length()))));
    private static final GatewayUnderTest GATEWAY =
            GatewayUnderTest.builder()
                    .users(SERVICE)
                    .votings(SERVICE)
                    .set("limits.body", String.valueOf(LIMIT))
                    .set("limits.bulk-body", "5000")
                    .set("http.head-timeout", "PT1S")
                    .set("deadline.answer", "PT2S")
                    .start();

    @AfterAll
    static void stop() {
        GATEWAY.close();
        SERVICE.close();
    }

    @Test
    void aBodyOfExactlyTheLimitPasses() throws Exception {
        assertThat(post("/api/v1/spaces", whole(LIMIT)).body()).isEqualTo("1000");
        assertThat(post("/api/v1/spaces", streamed(LIMIT)).body()).isEqualTo("1000");
    }

    @Test
    void aLargerBodyIsRefusedByItsLength() throws Exception {
        HttpResponse<String> response = post("/api/v1/spaces", whole(LIMIT + 1));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("\"code\":\"payload-too-large\"", "1000 bytes");
    }

    @Test
    void aLargerBodyIsRefusedBeforeAnyOfItIsSent() throws IOException {
        try (RawClient client = new RawClient(GATEWAY.port())) {
            String answer =
                    client.say(
                                    "POST /api/v1/spaces HTTP/1.1\r\nHost: a\r\n"
                                            + "Content-Length: 99999\r\nExpect: 100-continue\r\n\r\n")
                            .readUntil("payload-too-large");

            assertThat(answer).startsWith("HTTP/1.1 413").contains("connection: close");
        }
    }

    @Test
    void aLargerBodyInChunksIsRefusedWhenItsLimitIsReached() throws Exception {
        HttpResponse<String> response = post("/api/v1/spaces", streamed(LIMIT + 1));

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void listsMayBeLarger() throws Exception {
        assertThat(post("/api/v1/spaces/x/weights", whole(5_000)).body()).isEqualTo("5000");
        assertThat(post("/api/v1/spaces/x/weights", whole(5_001)).statusCode()).isEqualTo(413);
    }

    @Test
    void tooLongHeadersAreRefused() throws IOException {
        assertThat(raw("GET /api/v1/spaces HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(17_000)))
                .startsWith("HTTP/1.1 431")
                .contains("\"code\":\"headers-too-large\"");
    }

    @Test
    void tooManyHeadersAreRefused() throws IOException {
        String many =
                IntStream.range(0, 101)
                        .mapToObj(i -> "\r\nX-%d: 1".formatted(i))
                        .collect(Collectors.joining());

        assertThat(raw("GET /api/v1/spaces HTTP/1.1\r\nHost: a\r\nConnection: close" + many))
                .startsWith("HTTP/1.1 431");
    }

    @Test
    void aTooLongAddressIsRefused() throws IOException {
        assertThat(raw("GET /api/v1/spaces?q=" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: a"))
                .startsWith("HTTP/1.0 414")
                .contains("\"code\":\"uri-too-long\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "FOO", "get"})
    void otherMethodsAreNotTaken(String method) throws IOException {
        assertThat(raw(method + " /api/v1/spaces HTTP/1.1\r\nHost: a\r\nConnection: close"))
                .startsWith("HTTP/1.1 405")
                .contains("Allow: DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
    }

    @Test
    void whatCanOnlyBeReadSaysSo() throws IOException {
        assertThat(raw("DELETE /api/v1/log/checkpoint HTTP/1.1\r\nHost: a\r\nConnection: close"))
                .startsWith("HTTP/1.1 405")
                .contains("Allow: GET, HEAD, OPTIONS");
    }

    @Test
    void anotherExpectationIsNotMet() throws IOException {
        assertThat(
                        raw(
                                "GET /api/v1/spaces HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                                        + "Expect: 200-maybe"))
                .startsWith("HTTP/1.1 417");
    }

    @Test
    void aHeadThatDripsIsCutOff() throws IOException {
        try (RawClient client = new RawClient(GATEWAY.port())) {
            String answer = client.say("GET /api/v1/spaces HTTP/1.1\r\nHo").readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":\"request-timeout\"");
        }
    }

    @Test
    void aSecondHeadThatDripsIsCutOffToo() throws IOException {
        try (RawClient client = new RawClient(GATEWAY.port())) {
            client.say("GET /health HTTP/1.1\r\nHost: a\r\n\r\n").readUntil("}}");

            assertThat(client.say("G").readToEnd()).startsWith("}HTTP/1.1 408");
        }
    }

    @Test
    void aBodyThatDripsIsCutOff() throws IOException {
        try (RawClient client = new RawClient(GATEWAY.port())) {
            String answer =
                    client.say(
                                    "POST /api/v1/spaces HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx")
                            .readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":\"request-timeout\"");
        }
    }

    private static String raw(String head) throws IOException {
        try (RawClient client = new RawClient(GATEWAY.port())) {
            return client.say(head + "\r\n\r\n").readToEnd();
        }
    }

    private static HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
        return GATEWAY.send(GATEWAY.request(path).POST(body));
    }

    private static BodyPublisher whole(int bytes) {
        return BodyPublishers.ofByteArray(new byte[bytes]);
    }

    private static BodyPublisher streamed(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }
}
