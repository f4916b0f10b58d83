package com.rechain.dao.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new JavaTimeModule());

    static {
        new StrictJson().customize(JSON);
    }

    private enum Colour {
        RED
    }

    private record Body(
            @Nullable String text,
            int number,
            boolean flag,
            @Nullable Colour colour,
            @Nullable BigDecimal amount,
            @Nullable Instant at) {}

    @Test
    void aGoodBodyIsRead() throws JsonProcessingException {
        assertThat(
                        JSON.readValue(
                                """
                                {"text":"x","number":1,"flag":true,"colour":"RED","amount":1.50,"at":"2026-01-01T00:00:00Z"}\
                                """,
                                Body.class))
                .isEqualTo(
                        new Body(
                                "x",
                                1,
                                true,
                                Colour.RED,
                                new BigDecimal("1.50"),
                                Instant.parse("2026-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"other\":1}",
                "{\"number\":1,\"number\":2}",
                "{\"number\":1}x",
                "{\"number\":1} {}",
                "{\"number\":\"1\"}",
                "{\"number\":1.0}",
                "{\"number\":1e0}",
                "{\"number\":null}",
                "{\"number\":true}",
                "{\"number\":\"\"}",
                "{\"flag\":1}",
                "{\"flag\":\"true\"}",
                "{\"flag\":null}",
                "{\"text\":1}",
                "{\"text\":1.5}",
                "{\"text\":true}",
                "{\"text\":{}}",
                "{\"text\":[\"x\"]}",
                "{\"colour\":0}",
                "{\"colour\":\"0\"}",
                "{\"colour\":\"red\"}",
                "{\"colour\":\"\"}",
                "{\"amount\":NaN}",
                "{\"amount\":\"1\"}",
                "{\"at\":0}",
                "{\"at\":1764000000.5}",
                "{\"at\":\"2026-01-01\"}",
                "{\"at\":\"2026-13-01T00:00:00Z\"}",
                "{\"at\":\"-0001-01-01T00:00:00Z\"}",
                "{\"at\":\"+10000-01-01T00:00:00Z\"}",
                "{\"at\":\"9999-12-31T23:59:59-01:00\"}",
                "{\"at\":\"\"}",
                "{\"at\":[2026,1,1]}",
            })
    void anythingElseIsRefused(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, Body.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T02:00:00+02:00, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.123456789Z, 2026-01-01T00:00:00.123456Z",
        "2026-01-01T00:00Z, 2026-01-01T00:00:00Z",
    })
    void instantsAreReadToTheMicrosecondInUtc(String text, Instant instant) throws Exception {
        assertThat(JSON.readValue('"' + text + '"', Instant.class)).isEqualTo(instant);
    }

    @Test
    void instantsAreWrittenAsText() throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(Instant.parse("2026-01-01T00:00:00.000001Z")))
                .isEqualTo("\"2026-01-01T00:00:00.000001Z\"");
    }
}
