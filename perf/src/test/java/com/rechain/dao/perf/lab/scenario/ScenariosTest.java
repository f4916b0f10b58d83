package com.rechain.dao.perf.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.rechain.dao.perf.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenariosTest {
    private static final Path COMMITTED = Path.of("scenarios.yaml");

    @TempDir Path folder;

    @Test
    void everyCellIsThereAtEveryScale() {
        Scenarios scenarios = Scenarios.read(COMMITTED);

        for (TestType type : TestType.values()) {
            for (Scenario scenario : Scenario.values()) {
                for (Scale scale : Scale.values()) {
                    Cell cell = scenarios.cell(type, scenario, scale);
                    assertThat(cell.intended()).isPositive();
                    assertThat(cell.peak()).isPositive();
                }
            }
        }
    }

    @Test
    void noTimeDecidesInCi() {
        Scenarios scenarios = Scenarios.read(COMMITTED);

        assertThat(scenarios.judged(Scale.CI)).isFalse();
        assertThat(scenarios.judged(Scale.LOCAL)).isTrue();
    }

    @Test
    void allOfCiIsOverInMinutes() {
        Scenarios scenarios = Scenarios.read(COMMITTED);
        int seconds = 0;
        for (TestType type : TestType.values()) {
            for (Scenario scenario : Scenario.values()) {
                seconds += scenarios.cell(type, scenario, Scale.CI).seconds();
            }
        }

        assertThat(seconds).isLessThanOrEqualTo(40);
    }

    @Test
    void aSpikeIsTenTimesTheRateWithinASecond() {
        Cell spike = Scenarios.read(COMMITTED).cell(TestType.SPIKE, Scenario.VOTING, Scale.FULL);

        assertThat(spike.phases())
                .containsExactly(
                        new Phase(60, 300, 300),
                        new Phase(1, 300, 3000),
                        new Phase(30, 3000, 3000),
                        new Phase(1, 3000, 300),
                        new Phase(60, 300, 300));
        assertThat(spike.peak()).isEqualTo(3000);
        assertThat(spike.peakEnd()).isEqualTo(91);
    }

    @Test
    void theSecondsOfACourseAddUpToIt() {
        Cell spike = Scenarios.read(COMMITTED).cell(TestType.SPIKE, Scenario.VOTING, Scale.LOCAL);

        double sum = IntStream.range(0, spike.seconds()).mapToDouble(spike::intendedIn).sum();

        assertThat(sum).isCloseTo(spike.intended(), within(1e-6));
        assertThat(spike.intendedIn(10)).isEqualTo((50 + 500) / 2.0);
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() throws IOException {
        assertThatThrownBy(() -> read("version: 1\nbands: [\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageMatching("scenarios.yaml is malformed: line \\d+ is not YAML\\.");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> read(committed().replace("zipf: 1.0", "")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("scenarios.yaml is malformed: ")
                .hasMessageContaining("zipf");
    }

    @Test
    void aRateThatIsNoNumberIsNamed() {
        assertThatThrownBy(() ->
                        read(
                                committed()
                                        .replace(
                                                "rate: {ci: 20, local: 100, full: 300}",
                                                "rate: {ci: many, local: 100, full: 300}")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("cells.voting");
    }

    @Test
    void aCourseWithAJumpIsRefused() {
        assertThatThrownBy(() ->
                        read(
                                committed()
                                        .replaceFirst(
                                                "\\{seconds: 1, from: 0.1, to: 1}",
                                                "{seconds: 1, from: 0.5, to: 1}")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("does not begin at the rate where the one before ends");
    }

    @Test
    void moreVotesThanVotersHaveIsRefused() {
        assertThatThrownBy(() ->
                        read(
                                committed()
                                        .replaceFirst(
                                                "ci: \\{voters: 16, proposals: 4}",
                                                "ci: {voters: 3, proposals: 4}")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(
                        "casts 40 votes, and 3 voters on 4 proposals can cast only 12");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Scenarios.read(folder.resolve("none.yaml")))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("none.yaml is not there or cannot be read.");
    }

    private void read(String text) throws IOException {
        Files.copy(Path.of("scenarios.schema.json"), folder.resolve("scenarios.schema.json"));
        Scenarios.read(Files.writeString(folder.resolve("scenarios.yaml"), text));
    }

    private static String committed() throws IOException {
        return Files.readString(COMMITTED);
    }
}
