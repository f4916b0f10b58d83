package com.rechain.dao.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidationTest {
    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(Invalidation.read(new Invalidation(17, "lists:1").write()))
                .contains(new Invalidation(17, "lists:1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "echo", "1", "x a", "-1 a", "1234567890123456789 a"})
    void anythingElseIsNone(String message) {
        assertThat(Invalidation.read(message)).isEmpty();
    }

    @Test
    void equalBytesHaveEqualTagsAndOthersHaveNot() {
        assertThat(Etags.of(new byte[] {1}))
                .isEqualTo(Etags.of(new byte[] {1}))
                .matches("\"[\\w-]{20}\"");
        assertThat(Etags.of(new byte[] {1})).isNotEqualTo(Etags.of(new byte[] {2}));
    }
}
