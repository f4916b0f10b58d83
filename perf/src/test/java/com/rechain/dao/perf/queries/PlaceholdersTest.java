package com.rechain.dao.perf.queries;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.perf.queries.Placeholders.Compared;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    @Test
    void everyParameterKnowsItsColumn() {
        assertThat(
                        Placeholders.of(
                                "SELECT 1 FROM box b WHERE b.id = ? AND state IN (?, ?) AND ends_at <= ? LIMIT ?"))
                .containsExactly(
                        new Compared("b.id", "="),
                        new Compared("state", "IN"),
                        new Compared("state", "IN"),
                        new Compared("ends_at", "<="),
                        new Compared("", ""));
    }

    @Test
    void questionMarksInTextsAreNone() {
        assertThat(Placeholders.of("SELECT '?' FROM box WHERE id = ?"))
                .containsExactly(new Compared("id", "="));
    }

    @Test
    void searchesAreKnown() {
        assertThat(
                        Placeholders.of(
                                "SELECT 1 FROM p WHERE MATCH (a, b) AGAINST (? IN BOOLEAN MODE)"))
                .containsExactly(new Compared("", "AGAINST"));
    }

    @Test
    void tablesAreKnownByTheirNamesAndAliases() {
        assertThat(
                        Placeholders.tables(
                                "SELECT 1 FROM proposal p JOIN proposal_label AS l ON l.id = p.id LEFT JOIN box WHERE 1"))
                .containsEntry("p", "proposal")
                .containsEntry("l", "proposal_label")
                .containsEntry("box", "box")
                .hasSize(3);
        assertThat(Placeholders.tables("UPDATE box SET a = 1"))
                .containsExactly(java.util.Map.entry("box", "box"));
    }
}
