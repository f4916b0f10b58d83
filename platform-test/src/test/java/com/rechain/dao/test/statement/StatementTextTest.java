package com.rechain.dao.test.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementTextTest {
    @Test
    void statementsThatDifferInValuesAndRowsHaveOneShape() {
        String one = "INSERT INTO t (a, b1) VALUES (x'00ff', 'it''s; \\' OR x')";
        String many = "INSERT INTO t (a, b1)\n  VALUES (x'01', NULL), (x'02', 'y'),(x'03', '')";

        assertThat(StatementText.shape(one)).isEqualTo("INSERT INTO t (a, b1) VALUES (?)");
        assertThat(StatementText.shape(many.replace("NULL", "12.5")))
                .isEqualTo(StatementText.shape(one));
    }

    @Test
    void anyNumberOfAlternativesAfterTheFirstIsTheSame() {
        String alternatives =
                "SELECT a FROM t WHERE (a = 1 AND b IN (2, 3))"
                        + " OR (a = 4 AND b IN (5))".repeat(500);

        assertThat(StatementText.shape(alternatives))
                .isEqualTo("SELECT a FROM t WHERE (a = ? AND b IN (?)) OR (a = ? AND b IN (?))");
    }

    @Test
    void aLineKeepsWhatIsWithinTexts() {
        assertThat(StatementText.line("UPDATE t\n   SET a = 'two\n  lines'"))
                .isEqualTo("UPDATE t SET a = 'two\\n  lines'");
    }

    @Test
    void ofABatchOfUpdatesTheFirstCounts() {
        assertThat(StatementText.first("UPDATE t SET a = ';';UPDATE t SET a = 2"))
                .isEqualTo("UPDATE t SET a = ';'");
        assertThat(StatementText.first(null)).isEmpty();
    }
}
