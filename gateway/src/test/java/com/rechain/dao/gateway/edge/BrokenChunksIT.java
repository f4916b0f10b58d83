package com.rechain.dao.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.rechain.dao.gateway.support.GatewayUnderTest;
import com.rechain.dao.gateway.support.RawClient;
import com.rechain.dao.gateway.support.ScriptedService;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The known ways to have two parsers see two requests in the same bytes. */
class BrokenChunksIT {
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

    static Stream<Arguments> cutInTheBody() {
        String post =
                "POST /api/v1/spaces HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
        return Stream.of(
                arguments("chunk size with bare LF", post + "5\nhello\n0\n\n" + HIDDEN),
                arguments(
                        "chunk extension with bare LF", post + "5;x\nhello\r\n0\r\n\r\n" + HIDDEN),
                arguments("chunk size not hexadecimal", post + "z\r\nhello\r\n0\r\n\r\n"),
                arguments("chunk size with prefix", post + "0x5\r\nhello\r\n0\r\n\r\n"),
                arguments("chunk size negative", post + "-5\r\nhello\r\n0\r\n\r\n"),
                arguments("chunk size overflowing", post + "100000005\r\nhello\r\n0\r\n\r\n"),
                arguments("chunk longer than said", post + "3\r\nhello\r\n0\r\n\r\n"),
                arguments("chunk without its end", post + "5\r\nhelloX\r\n0\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void cutInTheBody(String name, String bytes) throws IOException {
        try (RawClient client = new RawClient(GATEWAY.port())) {
            String answer = client.say(bytes).readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
            assertThat(SERVICE.received()).as("whole requests that arrived").isEmpty();
        }
    }

    @Test
    void chunkExtensionsAndTrailersEndAtTheGateway() throws IOException {
        try (RawClient client = new RawClient(GATEWAY.port())) {
            client.say(
                            "POST /api/v1/spaces HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
                                    + "Connection: close\r\n\r\n5;a=b\r\nhello\r\n0\r\nX-Late: 1\r\n\r\n")
                    .readToEnd();
        }

        assertThat(SERVICE.received()).hasSize(1);
        assertThat(SERVICE.received().getFirst().body().toString()).isEqualTo("hello");
        assertThat(SERVICE.received().getFirst().header("X-Late")).isNull();
    }
}
