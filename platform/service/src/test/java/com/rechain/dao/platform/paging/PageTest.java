package com.rechain.dao.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.platform.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    @Test
    void theRowTooManyTellsOfANextPageAndIsNotOnThisOne() {
        assertThat(Page.of(List.of(1, 2, 3), 2, row -> "after " + row))
                .isEqualTo(new Page<>(List.of(1, 2), "after 2"));
    }

    @Test
    void theLastPageHasNoCursor() {
        assertThat(Page.of(List.of(1, 2), 2, row -> "x"))
                .isEqualTo(new Page<>(List.of(1, 2), null));
        assertThat(Page.of(List.<Integer>of(), 2, row -> "x").nextCursor()).isNull();
    }

    @Test
    void anotherFormKeepsTheCursor() {
        assertThat(new Page<>(List.of(1), "c").map(String::valueOf))
                .isEqualTo(new Page<>(List.of("1"), "c"));
    }

    @Test
    void theCursorIsInTheJsonEvenWhenThereIsNone() throws JsonProcessingException {
        assertThat(new ObjectMapper().writeValueAsString(new Page<>(List.of(1), null)))
                .isEqualTo("{\"items\":[1],\"nextCursor\":null}");
    }

    @Test
    void withoutALimitAPageHasTwenty() {
        assertThat(PageLimit.of(null)).isEqualTo(20);
        assertThat(PageLimit.of(1)).isEqualTo(1);
        assertThat(PageLimit.of(100)).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aLimitOutOfRangeIsMalformed(int limit) {
        assertThatThrownBy(() -> PageLimit.of(limit))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("malformed-request");
    }
}
