package com.rechain.dao.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"a\"|\"a\"|true",
                "W/\"a\"|\"a\"|true",
                "\"a\"|W/\"a\"|true",
                "\"b\", \"a\"|\"a\"|true",
                "*|\"a\"|true",
                "\"b\"|\"a\"|false",
                "\"aa\"|\"a\"|false",
                "a|\"a\"|false"
            })
    void whoHoldsItNeedsNoBody(String ifNoneMatch, String etag, boolean match) {
        assertThat(EntityTags.match(ifNoneMatch, etag)).isEqualTo(match);
    }

    @Test
    void equalBytesHaveEqualTags() {
        assertThat(EntityTags.of(Buffer.buffer("x"))).isEqualTo(EntityTags.of(Buffer.buffer("x")));
        assertThat(EntityTags.of(Buffer.buffer("x")))
                .startsWith("\"")
                .isNotEqualTo(EntityTags.of(Buffer.buffer("y")));
    }
}
