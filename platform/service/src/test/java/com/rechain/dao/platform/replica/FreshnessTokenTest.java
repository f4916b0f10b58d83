package com.rechain.dao.platform.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.platform.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessTokenTest {
    private static final long MICROS = 1_763_933_333_123_456L;

    @Test
    void whatIsWrittenIsReadBack() {
        String token = FreshnessToken.of("user-service", MICROS);

        assertThat(token).isEqualTo("user-service=1763933333123456");
        assertThat(FreshnessToken.required(List.of(token), "user-service")).isEqualTo(MICROS);
    }

    @Test
    void onlyTheOwnEntryDemandsAnything() {
        List<String> headers = List.of("user-service=5,proposal-service=7", "voting-service=9");

        assertThat(FreshnessToken.required(headers, "proposal-service")).isEqualTo(7);
        assertThat(FreshnessToken.required(headers, "voting-service")).isEqualTo(9);
        assertThat(FreshnessToken.required(headers, "gateway")).isZero();
        assertThat(FreshnessToken.required(List.of(), "user-service")).isZero();
    }

    @Test
    void ofSeveralEntriesTheFreshestCounts() {
        assertThat(FreshnessToken.required(List.of("a=5 ,\ta=3", "a=4"), "a")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "a",
                "a=",
                "=1",
                "a=b",
                "a=-1",
                "a=1.5",
                "A=1",
                "1=1",
                "a=1;b=2",
                "a=1,",
                "a=\"1\"",
                "a=12345678901234567",
                "a = 1",
                "a=1\u00e9"
            })
    void anotherFormIsMalformed(String header) {
        assertThatThrownBy(() -> FreshnessToken.required(List.of(header), "a"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("malformed-request");
    }

    @Test
    void aHeaderWithoutEndIsMalformed() {
        assertThatThrownBy(() -> FreshnessToken.required(List.of("a=1,".repeat(300) + "a=1"), "a"))
                .isInstanceOf(ProblemException.class);
    }
}
