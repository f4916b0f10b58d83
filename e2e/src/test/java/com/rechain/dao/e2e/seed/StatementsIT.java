package com.rechain.dao.e2e.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.test.backing.DaoRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code ./dao perf queries} tries is what the services issue: each module's integration
 * tests, which run before these, have written down their service's statements.
 */
class StatementsIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"user-service", "proposal-service", "voting-service"})
    void theCatalogueHasEveryStatementThatWasSeen(String service) throws IOException {
        Path seen = DaoRoot.path().resolve(service).resolve("target/statements.jsonl");
        assumeTrue(Files.exists(seen), service + " has not been tested in this build");
        Path kept = DaoRoot.path().resolve("perf/queries").resolve(service + ".jsonl");
        boolean update = Boolean.getBoolean("dao.contracts.update");
        assumeTrue(update || Files.exists(kept), service + " has no catalogue yet");
        if (update) {
            Files.createDirectories(kept.getParent());
            Files.write(kept, shapes(seen).values());
        }

        assertThat(shapes(kept).keySet())
                .as(
                        "after the integration tests of %s run with -Ddao.contracts.update=true",
                        service)
                .containsAll(shapes(seen).keySet());
    }

    private static SortedMap<String, String> shapes(Path file) throws IOException {
        SortedMap<String, String> lines = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            lines.put(JSON.readTree(line).path("shape").asText(), line);
        }
        return lines;
    }
}
