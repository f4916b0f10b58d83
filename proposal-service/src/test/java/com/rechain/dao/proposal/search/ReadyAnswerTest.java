package com.rechain.dao.proposal.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadyAnswerTest {
    @Test
    void whatIsStoredComesBackWhole() {
        ReadyAnswer answer =
                new ReadyAnswer(
                        Instant.parse("2026-03-01T12:00:00.123456Z"),
                        UUID.fromString("0190b8a0-1111-7222-8333-444455556666"),
                        "\"7-active\"",
                        "{\"title\":\"Straße\"}".getBytes(UTF_8));

        ReadyAnswer back = ReadyAnswer.fromBytes(answer.toBytes());

        assertThat(back.validUntil()).isEqualTo(answer.validUntil());
        assertThat(back.scope()).isEqualTo(answer.scope());
        assertThat(back.etag()).isEqualTo("\"7-active\"");
        assertThat(back.json()).isEqualTo(answer.json());
    }
}
