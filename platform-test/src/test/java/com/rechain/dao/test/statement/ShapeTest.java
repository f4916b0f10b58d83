package com.rechain.dao.test.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void listsOfAnyLengthAreOne() {
        assertThat(Shape.of("SELECT a FROM t WHERE b IN (?, ?,?)\n  AND c = ?"))
                .isEqualTo(Shape.of("SELECT a FROM t WHERE b IN (?) AND c = ?"))
                .isEqualTo("SELECT a FROM t WHERE b IN (?+) AND c = ?");
    }

    @Test
    void soAreRowsAndAlternatives() {
        assertThat(Shape.of("INSERT INTO t (a, b) VALUES (?, ?), (?, ?),(?, ?)"))
                .isEqualTo("INSERT INTO t (a, b) VALUES (?+)");
        assertThat(Shape.of("SELECT 1 WHERE (a = ? AND b IN (?, ?)) OR (a = ? AND b IN (?))"))
                .isEqualTo("SELECT 1 WHERE (a = ? AND b IN (?+))");
    }
}
