package com.rechain.dao.e2e.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.test.backing.DaoRoot;
import com.rechain.dao.test.statement.WrittenSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code ./dao perf queries} tries is what the services issue. The catalogue is held against
 * the compiled code, not against what a run happened to see: which statements are issued may depend
 * on who comes first. Only what Hibernate makes up stands nowhere; of that the measure is what the
 * integration tests, which run before these, have written down.
 */
class StatementsIT {
    private static final String USER = "user-service";
    private static final String PROPOSAL = "proposal-service";
    private static final String VOTING = "voting-service";
    private static final List<String> SERVICES = List.of(USER, PROPOSAL, VOTING);
    private static final List<String> PLATFORM = List.of("platform/core", "platform/service");
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void update() throws IOException {
        if (Boolean.getBoolean("dao.contracts.update")) {
            for (String service : SERVICES) {
                Files.createDirectories(catalogue(service).getParent());
                Files.write(catalogue(service), together(service).values());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {USER, PROPOSAL, VOTING})
    void allSqlOfAServiceIsInItsCatalogue(String service) {
        List<String> issued = issued(Stream.of(service));

        assertThat(written(service))
                .as("SQL that no integration test has issued: let one do so (docs/volume-data.md)")
                .filteredOn(sql -> issued.stream().noneMatch(sql::isPartOf))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform/core", "platform/service"})
    void allSqlOfThePlatformIsInSomeCatalogue(String module) {
        List<String> issued = issued(SERVICES.stream());

        assertThat(written(module))
                .filteredOn(sql -> issued.stream().noneMatch(sql::isPartOf))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {USER, PROPOSAL, VOTING})
    void nothingIsInACatalogueThatIsNotInTheCode(String service) {
        List<WrittenSql> ours = statements(service);

        assertThat(issued(Stream.of(service)))
                .filteredOn(sql -> Character.isUpperCase(sql.charAt(0)))
                .filteredOn(sql -> !isWritten(sql, ours))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {USER, PROPOSAL, VOTING})
    void whatStandsNowhereAndWasSeenIsInItsCatalogue(String service) {
        assumeTrue(Files.exists(seen(service)), service + " has not been tested in this build");
        List<WrittenSql> ours = statements(service);
        SortedMap<String, String> seen = lines(seen(service));
        seen.values().removeIf(line -> isWritten(sql(line), ours));

        assertThat(lines(catalogue(service)).keySet())
                .as(
                        "after the integration tests of %s run with -Ddao.contracts.update=true",
                        service)
                .containsAll(seen.keySet());
    }

    /** What was seen, and what was kept before and still stands in the code. */
    private static SortedMap<String, String> together(String service) {
        List<WrittenSql> ours = statements(service);
        SortedMap<String, String> seen = lines(seen(service));
        SortedMap<String, String> all = lines(catalogue(service));
        all.entrySet()
                .removeIf(line ->
                        !seen.containsKey(line.getKey()) && !isWritten(sql(line.getValue()), ours));
        // A line stays as it is: values differ from run to run, and say nothing new.
        seen.forEach(all::putIfAbsent);
        return all;
    }

    /** The statements that the catalogues of services have. */
    private static List<String> issued(Stream<String> services) {
        return services.flatMap(service -> lines(catalogue(service)).values().stream())
                .map(StatementsIT::sql)
                .toList();
    }

    private static boolean isWritten(String sql, List<WrittenSql> statements) {
        return statements.stream().anyMatch(statement -> statement.isPartOf(sql));
    }

    /** The statements of a service, those of what it shares with others included. */
    private static List<WrittenSql> statements(String service) {
        return Stream.concat(Stream.of(service), PLATFORM.stream())
                .flatMap(module -> written(module).stream())
                .filter(WrittenSql::isStatement)
                .toList();
    }

    private static List<WrittenSql> written(String module) {
        return WrittenSql.in(DaoRoot.path().resolve(module).resolve("target/classes"));
    }

    private static Path seen(String service) {
        return DaoRoot.path().resolve(service).resolve("target/statements.jsonl");
    }

    private static Path catalogue(String service) {
        return DaoRoot.path().resolve("perf/queries").resolve(service + ".jsonl");
    }

    private static String sql(String line) {
        return text(line, "sql");
    }

    private static String text(String line, String field) {
        try {
            return JSON.readTree(line).path(field).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file by their shapes; none where there is no file. */
    private static SortedMap<String, String> lines(Path file) {
        SortedMap<String, String> lines = new TreeMap<>();
        if (Files.exists(file)) {
            try {
                Files.readAllLines(file).forEach(line -> lines.put(text(line, "shape"), line));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lines;
    }
}
