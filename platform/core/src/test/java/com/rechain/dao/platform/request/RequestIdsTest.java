package com.rechain.dao.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "order-17", "A.b_C-9", "4bf92f3577b34da6a3ce929d0e0e4736"})
    void aHarmlessIdIsKept(String offered) {
        assertThat(RequestIds.acceptOrMake(offered)).isEqualTo(offered);
    }

    @Test
    void sixtyFourCharactersAreTheMost() {
        assertThat(RequestIds.acceptOrMake("x".repeat(64))).isEqualTo("x".repeat(64));
        assertThat(RequestIds.acceptOrMake("x".repeat(65))).isNotEqualTo("x".repeat(65));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "a b", "a\nb", "a\r\nSet-Cookie: x", "ä", "<script>", "${jndi:x}"})
    void anythingElseIsReplaced(String offered) {
        String id = RequestIds.acceptOrMake(offered);

        assertThat(UUID.fromString(id)).hasToString(id);
    }
}
