package com.rechain.dao.test.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WrittenSqlTest {
    private static List<WrittenSql> written;

    @BeforeAll
    static void read() throws URISyntaxException {
        Path classes =
                Path.of(
                        SampleRows.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        written =
                WrittenSql.in(classes).stream()
                        .filter(sql -> sql.site().endsWith("SampleRows"))
                        .toList();
    }

    @Test
    void aStatementIsFoundThatNobodyIssues() {
        assertThat(written)
                .filteredOn(sql -> sql.isPartOf("SELECT name FROM account WHERE id = ?"))
                .singleElement()
                .satisfies(sql -> assertThat(sql.isStatement()).isTrue());
    }

    @Test
    void whatIsPutInIsNotLookedAt() {
        assertThat(partsOf("DELETE FROM space WHERE name LIKE 'a%'")).hasSize(1);
        assertThat(partsOf("UPDATE space SET state = ? WHERE state <> 'OPEN'")).hasSize(2);
        assertThat(partsOf("UPDATE space SET state = ?")).hasSize(1);
    }

    @Test
    void aPartBeginsNoStatement() {
        assertThat(written)
                .filteredOn(sql -> !sql.isStatement())
                .extracting(WrittenSql::text)
                .containsExactly("WHERE state <> 'OPEN'");
    }

    @Test
    void anotherStatementIsNotTheSame() {
        assertThat(partsOf("SELECT name FROM account")).isEmpty();
        assertThat(partsOf("select a1_0.name from account a1_0 where a1_0.id=?")).isEmpty();
    }

    private static List<WrittenSql> partsOf(String sql) {
        return written.stream().filter(one -> one.isPartOf(sql)).toList();
    }
}
