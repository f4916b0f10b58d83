package com.rechain.dao.perf.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.lab.scenario.Scale;
import com.rechain.dao.perf.lab.scenario.Scenario;
import com.rechain.dao.perf.lab.scenario.TestType;
import com.rechain.dao.perf.lab.tool.LoadTool;
import com.rechain.dao.perf.lab.tool.Tools;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunOptionsTest {
    private final Tools tools = new Tools(Path.of(".."), Map.of("HOME", "/nowhere"));

    @Test
    void withoutOptionsItIsEverythingInSmall() {
        RunOptions options = RunOptions.parse(List.of(), tools);

        assertThat(options.types()).containsExactly(TestType.values());
        assertThat(options.scenarios()).containsExactly(Scenario.values());
        assertThat(options.scale()).isEqualTo(Scale.CI);
        assertThat(options.tools())
                .extracting(LoadTool::name)
                .containsExactly("k6", "artillery", "jmeter");
    }

    @Test
    void oneCellIsNamedByItsTypeAndScenario() {
        RunOptions options =
                RunOptions.parse(
                        List.of(
                                "--tool",
                                "k6",
                                "--type",
                                "spike",
                                "--scenario",
                                "voting",
                                "--scale",
                                "local"),
                        tools);

        assertThat(options.types()).containsExactly(TestType.SPIKE);
        assertThat(options.scenarios()).containsExactly(Scenario.VOTING);
        assertThat(options.scale()).isEqualTo(Scale.LOCAL);
    }

    @Test
    void anUnknownCellIsRefusedWithTheKnownOnes() {
        assertRefused("--type knows baseline, stress, spike, volume, not soak.", "--type", "soak");
        assertRefused(
                "--scenario knows registration, proposal, voting, retrieval, not login.",
                "--scenario",
                "login");
        assertRefused("--scale knows ci, local, full, not huge.", "--scale", "huge");
        assertRefused("--tool knows k6, artillery, jmeter, not gatling.", "--tool", "gatling");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatThrownBy(() -> RunOptions.parse(List.of("--users", "5"), tools))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("not --users.");
        assertRefused("--url needs a value.", "--url");
    }

    @Test
    void aToolThatIsMissingSaysHowToGetIt() {
        LoadTool k6 = tools.named("k6").orElseThrow();

        assertThat(k6.missing())
                .hasValue("k6 is not on the PATH: go install go.k6.io/k6@v1.8.1 gets it.");
    }

    private void assertRefused(String sentence, String... arguments) {
        assertThatThrownBy(() -> RunOptions.parse(List.of(arguments), tools))
                .isInstanceOf(UsageException.class)
                .hasMessage(sentence);
    }
}
