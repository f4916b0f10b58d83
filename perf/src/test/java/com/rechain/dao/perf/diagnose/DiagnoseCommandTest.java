package com.rechain.dao.perf.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.perf.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnoseCommandTest {
    private static final String SECOND =
            "{\"at\":%d,\"services\":{\"gateway-1\":{\"http_server_requests_seconds_count{}\":%d},"
                    + "\"voting-service-1\":{\"http_server_requests_seconds_count{}\":%d,"
                    + "\"dao_redis_call_seconds_count{outcome=\\\"answered\\\"}\":%d,"
                    + "\"dao_redis_call_seconds_sum{outcome=\\\"answered\\\"}\":%f}},\"machine\":{\"processors\":2}}%n";

    @TempDir Path run;

    @Test
    void theDiagnosisIsLeftWithTheRun() throws IOException {
        // A hundred calls in ten seconds that took 20 ms each.
        timeline(0.02);

        assertThat(diagnose()).isZero();

        JsonNode diagnosis = new ObjectMapper().readTree(run.resolve("diagnosis.json").toFile());
        assertThat(diagnosis.at("/findings/0/cause").asText()).isEqualTo("Redis slow");
        assertThat(diagnosis.at("/findings/0/where").asText()).isEqualTo("voting-service");
    }

    @Test
    void aHealthyRunBesideItIsUsed() throws IOException {
        timeline(0.02);
        new Figures(Map.of("voting-service.redis_ms", 19.0)).write(run.resolve("healthy.json"));

        diagnose();

        assertThat(
                        new ObjectMapper()
                                .readTree(run.resolve("diagnosis.json").toFile())
                                .path("healthy")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void aRunCutOffIsRefused() throws IOException {
        timeline(0.02);
        Files.writeString(run.resolve("timeline.jsonl"), "{\"at\":17", StandardOpenOption.APPEND);

        assertThatThrownBy(this::diagnose)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("cut off or damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json", "one two", "one --healthy", "one --odd"})
    void whatIsNotUnderstoodIsRefused(String arguments) {
        List<String> given = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));

        assertThatThrownBy(() -> new DiagnoseCommand().run(run, given))
                .isInstanceOf(UsageException.class);
    }

    private int diagnose() throws IOException {
        return new DiagnoseCommand().run(run, List.of(run.toString(), "--json"));
    }

    private void timeline(double secondsPerCall) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i <= 10; i++) {
            lines.append(
                    SECOND.formatted(1_000L * i, 100 * i, 50 * i, 10 * i, 10 * i * secondsPerCall));
        }
        Files.writeString(run.resolve("timeline.jsonl"), lines);
    }
}
