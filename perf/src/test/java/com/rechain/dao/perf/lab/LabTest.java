package com.rechain.dao.perf.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.perf.lab.scenario.Cell;
import com.rechain.dao.perf.lab.scenario.Scale;
import com.rechain.dao.perf.lab.scenario.Scenario;
import com.rechain.dao.perf.lab.scenario.Scenarios;
import com.rechain.dao.perf.lab.scenario.TestType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabTest {
    private static final Scenarios SCENARIOS = Scenarios.read(Path.of("scenarios.yaml"));

    @Test
    void oneCellOfEachScenarioWarmsUp() {
        Cell first = cell(TestType.BASELINE, Scenario.VOTING, Scale.LOCAL);
        Cell second = cell(TestType.SPIKE, Scenario.VOTING, Scale.LOCAL);
        Cell other = cell(TestType.SPIKE, Scenario.PROPOSAL, Scale.LOCAL);

        assertThat(Lab.toWarmUp(List.of(first, second, other)))
                .containsExactlyInAnyOrder(first, other);
    }

    @Test
    void nothingDoesWhereTimesDecideNothing() {
        Cell cell = cell(TestType.BASELINE, Scenario.VOTING, Scale.CI);

        assertThat(Lab.toWarmUp(List.of(cell))).isEmpty();
    }

    private static Cell cell(TestType type, Scenario scenario, Scale scale) {
        return SCENARIOS.cell(type, scenario, scale);
    }
}
