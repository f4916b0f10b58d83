package com.rechain.dao.platform.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryErrorTest {
    @ParameterizedTest
    @CsvSource({
        "1205, 40001, LOCK_WAIT",
        "1213, 40001, DEADLOCK",
        "3024, HY000, TIMEOUT",
        "1969, 70100, TIMEOUT",
        "1062, 23000, CONSTRAINT",
        "0, 08S01, CONNECTION",
        "1064, 42000, OTHER"
    })
    void codesAndStatesAreKnown(int code, String state, QueryError expected) {
        assertThat(QueryError.of(new SQLException("x", state, code))).isEqualTo(expected);
    }

    @Test
    void aSocketThatRanOutOfTimeIsATimeoutAndNoLostConnection() {
        SQLException lost = new SQLException("x", "08S01", new SocketTimeoutException());

        assertThat(QueryError.of(lost)).isEqualTo(QueryError.TIMEOUT);
    }

    @Test
    void whatSaysNothingIsSomethingElse() {
        assertThat(QueryError.of(new SQLException("x"))).isEqualTo(QueryError.OTHER);
        assertThat(QueryError.of(new IllegalStateException())).isEqualTo(QueryError.OTHER);
    }
}
