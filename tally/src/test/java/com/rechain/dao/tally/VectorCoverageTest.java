package com.rechain.dao.tally;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.json.Coded;
import com.rechain.dao.tally.rules.SystemName;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Keeps the list of voting systems that the vectors know and this library does not, so nothing is
 * skipped unseen.
 */
class VectorCoverageTest {

    private static final Set<String> NOT_YET = Set.of();

    @Test
    void everySystemOfTheVectorsIsEitherCoveredOrListed() {
        Set<String> named = new TreeSet<>();
        Vectors.read("07_ballot_validity.json")
                .get("table")
                .forEach(row -> named.add(row.get("system").asText()));
        for (JsonNode row : Vectors.read("23_exact_arithmetic_derived.json").get("cases")) {
            if (row.has("system")) {
                named.add(row.get("system").asText());
            }
        }

        Set<String> missing = new TreeSet<>(named);
        missing.removeIf(system -> Coded.find(SystemName.class, system).isPresent());

        assertThat(missing).isEqualTo(NOT_YET);
    }
}
