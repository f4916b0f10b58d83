package com.rechain.dao.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.RawClient;
import com.rechain.dao.gateway.support.ScriptedService;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The known ways to have two parsers see two requests in the same bytes. */
class SmugglingIT {
    private static final String HIDDEN = "GET /api/v1/spaces/hidden HTTP/1.1\r\nHost: a\r\n\r\n";

    private static final ScriptedService SERVICE =
            ScriptedService.running(
                    request -> request.body().onComplete(_ -> request.response().end("fine")));
    private static final GatewayUnderTest GATEWAY =
            GatewayUnderTest.builder().users(SERVICE).start();

    @AfterAll
    static void stop() {
        GATEWAY.close();
        SERVICE.close();
    }

    @BeforeEach
    void forget() {
        SERVICE.received().clear();
    }

    static Stream<Arguments> refusedAndClosed() {
        String post = "POST /api/v1/spaces HTTP/1.1\r\nHost: a\r\n";
        String chunks = "0\r\n\r\n" + HIDDEN;
        return Stream.of(
                arguments(
                        "CL.TE",
                        post + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks),
                arguments(
                        "TE.CL",
                        post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n" + chunks),
                arguments(
                        "TE.TE",
                        post
                                + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n"
                                + chunks),
                arguments(
                        "TE twice",
                        post
                                + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + chunks),
                arguments(
                        "TE list", post + "Transfer-Encoding: chunked, identity\r\n\r\n" + chunks),
                arguments(
                        "TE list with chunked last",
                        post + "Transfer-Encoding: gzip, chunked\r\n\r\n" + chunks),
                arguments("TE unknown", post + "Transfer-Encoding: xchunked\r\n\r\n" + chunks),
                arguments("TE quoted", post + "Transfer-Encoding: \"chunked\"\r\n\r\n" + chunks),
                arguments(
                        "TE with vertical tab",
                        post + "Transfer-Encoding: \u000bchunked\r\n\r\n" + chunks),
                arguments(
                        "TE with parameter",
                        post + "Transfer-Encoding: chunked;x=1\r\n\r\n" + chunks),
                arguments(
                        "TE in HTTP/1.0",
                        "POST /api/v1/spaces HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + chunks),
                arguments(
                        "TE name with space",
                        post + "Transfer-Encoding : chunked\r\n\r\n" + chunks),
                arguments(
                        "TE name with tab", post + "Transfer-Encoding\t: chunked\r\n\r\n" + chunks),
                arguments("CL with space before colon", post + "Content-Length : 5\r\n\r\nhello"),
                arguments(
                        "CL twice, different",
                        post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!"),
                arguments(
                        "CL twice, equal",
                        post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello"),
                arguments("CL list", post + "Content-Length: 5, 5\r\n\r\nhello"),
                arguments("CL negative", post + "Content-Length: -1\r\n\r\n" + HIDDEN),
                arguments("CL with sign", post + "Content-Length: +5\r\n\r\nhello"),
                arguments("CL hexadecimal", post + "Content-Length: 0x5\r\n\r\nhello"),
                arguments(
                        "CL beyond long",
                        post + "Content-Length: 99999999999999999999\r\n\r\nhello"),
                arguments("CL empty", post + "Content-Length: \r\n\r\n" + HIDDEN),
                arguments(
                        "bare LF in the head",
                        "POST /api/v1/spaces HTTP/1.1\nHost: a\nContent-Length: 0\n\n" + HIDDEN),
                arguments("bare LF after one field", post + "X: y\nContent-Length: 5\r\n\r\nhello"),
                arguments("bare CR in a value", post + "X: a\rContent-Length: 5\r\n\r\nhello"),
                arguments("NUL in a value", post + "X: a\u0000b\r\n\r\n"),
                arguments("field without colon", post + "Transfer-Encoding chunked\r\n\r\n"),
                arguments("field without name", post + ": chunked\r\n\r\n"),
                arguments(
                        "first field begins with space",
                        "POST /api/v1/spaces HTTP/1.1\r\n Host: a\r\n\r\n"),
                arguments("name with a control character", post + "X\u0001Y: 1\r\n\r\n"),
                arguments("no Host", "GET /api/v1/spaces HTTP/1.1\r\n\r\n"),
                arguments("two Hosts", "GET /api/v1/spaces HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
                arguments("Host with a path", "GET /api/v1/spaces HTTP/1.1\r\nHost: a/b\r\n\r\n"),
                arguments("Host with user", "GET /api/v1/spaces HTTP/1.1\r\nHost: a@b\r\n\r\n"),
                arguments(
                        "junk before the request",
                        "\u0001\u0002GET /api/v1/spaces HTTP/1.1\r\nHost: a\r\n\r\n"),
                arguments("no version", "GET /api/v1/spaces\r\nHost: a\r\n\r\n"),
                arguments(
                        "space in the target", "GET /api/v1/spaces /x HTTP/1.1\r\nHost: a\r\n\r\n"),
                arguments("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusedAndClosed(String name, String bytes) throws IOException {
        try (RawClient client = new RawClient(GATEWAY.port())) {
            String answer = client.say(bytes).readToEnd();

            assertThat(answer).matches("(?s)HTTP/(1\\.[01] 400|2\\.0 505) .*");
            assertThat(answer).contains("application/problem+json");
            assertThat(answer.split("HTTP/[12]\\.[01] ", -1)).as("one answer").hasSize(2);
            assertThat(SERVICE.received()).isEmpty();
        }
    }

    @Test
    void aFoldedFieldIsOneFieldForEverybody() throws IOException {
        try (RawClient client = new RawClient(GATEWAY.port())) {
            String answer =
                    client.say(
                                    "POST /api/v1/spaces HTTP/1.1\r\nHost: a\r\nX-Note: one\r\n"
                                            + " Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"
                                            + "Connection: close\r\n\r\nhello")
                            .readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 200");
        }
        assertThat(SERVICE.received()).hasSize(1);
        assertThat(SERVICE.received().getFirst().body().toString()).isEqualTo("hello");
        assertThat(SERVICE.received().getFirst().header("X-Note"))
                .isEqualTo("one Transfer-Encoding: chunked");
    }

    @Test
    void anUpgradeToHttp2IsNotTaken() throws IOException {
        try (RawClient client = new RawClient(GATEWAY.port())) {
            String answer =
                    client.say(
                                    "GET /api/v1/spaces HTTP/1.1\r\nHost: a\r\n"
                                            + "Connection: Upgrade, HTTP2-Settings, close\r\n"
                                            + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAA\r\n\r\n")
                            .readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 200");
        }
        assertThat(SERVICE.received().getFirst().all("Upgrade")).isEqualTo(List.of());
    }
}
