package com.rechain.dao.perf.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerParserTest {
    private static final String PLAIN = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final String CHUNKED =
            "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "5;x=9\r\nhello\r\n1b\r\nabcdefghijklmnopqrstuvwxyz!\r\n0\r\nTrailer: 1\r\n\r\n";

    private final AnswerParser parser = new AnswerParser();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000})
    void anAnswerMayComeInPieces(int piece) {
        for (String text : new String[] {PLAIN, CHUNKED, PLAIN}) {
            assertThat(takenAt(text, piece)).isEqualTo(text.length());
            parser.reset();
        }
    }

    @Test
    void theNextAnswerIsLeftAlone() {
        ByteBuffer two = bytes(PLAIN + PLAIN);

        assertThat(parser.take(two)).isTrue();
        assertThat(two.position()).isEqualTo(PLAIN.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n",
                "HTTP/1.1 200 OK\r\ncontent-length:0\r\n\r\n"
            })
    void someAnswersHaveNoBody(String text) {
        assertThat(parser.take(bytes(text))).isTrue();
    }

    @Test
    void statusAndTheEndOfTheConnectionAreRead() {
        parser.take(bytes("HTTP/1.1 503 Away\r\nCONNECTION: Close\r\nContent-Length: 0\r\n\r\n"));

        assertThat(parser.status()).isEqualTo(503);
        assertThat(parser.closes()).isTrue();
        assertThat(new Answer(503, parser.head()).header("content-length")).isEqualTo("0");
    }

    @Test
    void whatIsNoHttpIsRefused() {
        assertThatThrownBy(() -> parser.take(bytes("SSH-2.0-OpenSSH_9.2p1\r\n\r\n")))
                .isInstanceOf(MalformedAnswerException.class);
    }

    @Test
    void anAnswerWithoutALengthIsRefused() {
        assertThatThrownBy(() -> parser.take(bytes("HTTP/1.1 200 OK\r\nServer: x\r\n\r\n")))
                .isInstanceOf(MalformedAnswerException.class);
    }

    /** How many bytes had been given when the answer was complete. */
    private int takenAt(String text, int piece) {
        for (int from = 0; from < text.length(); from += piece) {
            int to = Math.min(text.length(), from + piece);
            if (parser.take(bytes(text.substring(from, to)))) {
                return to;
            }
        }
        return -1;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(US_ASCII));
    }
}
