package com.rechain.dao.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidationTest {
    @Test
    void whatIsWrittenIsReadBackBlanksInTheKeyIncluded() {
        assertThat(Invalidation.read(Invalidation.write("lists", "space 1 page 2", 17)))
                .contains(new Invalidation(17, "lists", "space 1 page 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "echo", "1", "1 a", "x a b", "-1 a b", "1234567890123456789 a b"})
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
