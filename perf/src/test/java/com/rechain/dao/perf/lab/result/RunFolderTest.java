package com.rechain.dao.perf.lab.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.lab.Specimen;
import com.rechain.dao.perf.lab.reconcile.Reconciliation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir Path folder;
    private Specimen specimen;

    @BeforeEach
    void makeFolder() throws IOException {
        specimen = new Specimen(folder.resolve("run"));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        RunSummary written = specimen.writeGood(5);

        RunSummary read = specimen.folder().summary();

        assertThat(read).isEqualTo(written);
        assertThat(read.passed()).isTrue();
        assertThat(specimen.folder().load(read).sent()).isEqualTo(40);
        assertThat(specimen.folder().load(read).latency(_ -> true).getValueAtPercentile(50))
                .isBetween(4_900L, 5_100L);
        assertThat(specimen.folder().observations(read).seconds()).hasSize(3);
    }

    @Test
    void runJsonIsAsItsSchemaSays() throws IOException {
        specimen.writeGood(5);

        assertThat(
                        JsonSchemaFactory.getInstance(VersionFlag.V202012)
                                .getSchema(
                                        Files.readString(
                                                Path.of("../docs/formats/perf-run.schema.json")))
                                .validate(
                                        new ObjectMapper()
                                                .readTree(
                                                        specimen.folder()
                                                                .path()
                                                                .resolve("run.json")
                                                                .toFile())))
                .isEmpty();
    }

    @Test
    void everyAcknowledgedWriteIsKept() throws IOException {
        specimen.writeGood(5);

        assertThat(Files.readAllLines(specimen.folder().path().resolve("acks.jsonl")))
                .hasSize(40)
                .first()
                .asString()
                .contains("\"id\":\"p/v0\"", "\"key\":\"k0\"");
    }

    @Test
    void aRunThatSentTooLittleDoesNotCount() throws IOException {
        RunSummary summary = specimen.write(30, 5, 0, new Reconciliation(Map.of(), List.of(), 0));

        assertThat(summary.passed()).isFalse();
        assertThat(summary.reasons())
                .singleElement()
                .asString()
                .startsWith("It does not count: 30 of 40 requests were sent");
    }

    @Test
    void aRunThatDroppedDoesNotCount() throws IOException {
        assertThat(
                        specimen.write(40, 5, 1, new Reconciliation(Map.of(), List.of(), 0))
                                .sending()
                                .counts())
                .isFalse();
    }

    @Test
    void aMismatchFailsTheFastestRun() throws IOException {
        RunSummary summary =
                specimen.write(
                        40, 1, 0, new Reconciliation(Map.of(), List.of("a ballot is lost"), 1));

        assertThat(summary.passed()).isFalse();
        assertThat(summary.reasons()).singleElement().asString().contains("a ballot is lost");
    }

    @Test
    void aSlowRunPassesWhereTimesDoNotDecide() throws IOException {
        assertThat(specimen.writeGood(5_000).passed()).isTrue();
    }

    @Test
    void aFolderWithoutItsLastFileHoldsNoFinishedRun() throws IOException {
        specimen.writeGood(5);
        Files.delete(specimen.folder().path().resolve("run.json"));

        assertThatThrownBy(() -> specimen.folder().summary())
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("holds no finished run: there is no run.json in it.");
    }

    @Test
    void aFileThatIsCutOffIsNamed() throws IOException {
        RunSummary summary = specimen.writeGood(5);
        Path requests = specimen.folder().path().resolve("requests.jsonl");
        String whole = Files.readString(requests);
        Files.writeString(requests, whole.substring(0, whole.length() / 2));

        assertThatThrownBy(() -> specimen.folder().load(summary))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("requests.jsonl is missing or not whole");

        Path run = specimen.folder().path().resolve("run.json");
        Files.writeString(run, Files.readString(run).substring(0, 300));

        assertThatThrownBy(() -> specimen.folder().summary())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("run.json is missing or not whole");
    }

    @Test
    void theFullestResourceIsTheBottleneck() throws IOException {
        Bottleneck bottleneck = specimen.writeGood(5).bottleneck();

        assertThat(bottleneck.resource()).isEqualTo("database connections of voting-service-1");
        assertThat(bottleneck.percent()).isEqualTo(75);
    }
}
