package com.rechain.dao.platform.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadyAnswerTest {
    private static final Instant UNTIL = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final UUID SPACE = UUID.fromString("0190b8a0-1111-7222-8333-444455556666");

    @Test
    void whatIsStoredComesBackWhole() {
        ReadyAnswer answer = answer("{\"title\":\"Straße\"}".repeat(100)).compressed();

        ReadyAnswer back = ReadyAnswer.fromBytes(answer.toBytes());

        assertThat(back.validUntil()).isEqualTo(UNTIL);
        assertThat(back.scope()).isEqualTo(SPACE);
        assertThat(back.etag()).isEqualTo("\"7-active\"");
        assertThat(back.json()).isEqualTo(answer.json());
        assertThat(back.gzip()).isEqualTo(answer.gzip()).isNotEmpty();
        assertThat(back.brotli()).isEqualTo(answer.brotli()).isNotEmpty();
    }

    @Test
    void everyEncodingSaysTheSame() throws IOException {
        ReadyAnswer answer = answer("{\"title\":\"Straße\"}".repeat(100)).compressed();

        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.gzip())).readAllBytes())
                .isEqualTo(answer.json());
        assertThat(Decoder.decompress(answer.brotli()).getDecompressedData())
                .isEqualTo(answer.json());
        assertThat(answer.brotli().length).isLessThan(answer.gzip().length);
    }

    @Test
    void whatFitsInAPacketStaysAsItIs() {
        ReadyAnswer small = answer("x".repeat(1_023)).compressed();

        assertThat(small.gzip()).isEmpty();
        assertThat(small.brotli()).isEmpty();
        assertThat(small.encodingFor("br, gzip")).isEqualTo(Encoding.IDENTITY);
    }

    @Test
    void whatIsForOneReaderIsNotCompressed() {
        assertThat(answer("x".repeat(5_000)).encodingFor("br, gzip")).isEqualTo(Encoding.IDENTITY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                   | IDENTITY",
                "''                     | IDENTITY",
                "gzip                   | GZIP",
                "br                     | BROTLI",
                "gzip, deflate, br, zstd| BROTLI",
                "GZIP                   | GZIP",
                "br;q=0, gzip;q=0.5     | GZIP",
                "br ; q = 0.0, gzip;q=0 | IDENTITY",
                "*                      | BROTLI",
                "*;q=0                  | IDENTITY",
                "gzip;q=0, *            | BROTLI",
                "deflate                | IDENTITY",
            })
    void theCallerSaysWhichEncodingsItTakes(String acceptEncoding, Encoding expected) {
        ReadyAnswer answer = answer("{\"title\":\"Straße\"}".repeat(100)).compressed();

        assertThat(answer.encodingFor(acceptEncoding)).isEqualTo(expected);
    }

    @Test
    void everyRepresentationHasATagOfItsOwnThatLeadsBackToTheAnswers() {
        for (Encoding encoding : Encoding.values()) {
            assertThat(Encoding.untagged(encoding.tag("\"7-active\""))).isEqualTo("\"7-active\"");
        }
        assertThat(Encoding.BROTLI.tag("\"7-active\"")).isEqualTo("\"7-active-br\"");
        assertThat(Encoding.GZIP.tag("\"7-active\"")).isEqualTo("\"7-active-gzip\"");
        assertThat(Encoding.IDENTITY.tag("\"7-active\"")).isEqualTo("\"7-active\"");
        assertThat(Encoding.untagged("W/\"x\"")).isEqualTo("W/\"x\"");
        assertThat(Encoding.untagged("*")).isEqualTo("*");
    }

    private static ReadyAnswer answer(String json) {
        return ReadyAnswer.plain(UNTIL, SPACE, "\"7-active\"", json.getBytes(UTF_8));
    }
}
