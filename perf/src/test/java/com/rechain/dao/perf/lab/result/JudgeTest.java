package com.rechain.dao.perf.lab.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.perf.lab.request.Requests.Slot;
import com.rechain.dao.perf.lab.scenario.Band;
import com.rechain.dao.perf.lab.scenario.Cell;
import com.rechain.dao.perf.lab.scenario.Scale;
import com.rechain.dao.perf.lab.scenario.Scenario;
import com.rechain.dao.perf.lab.scenario.Scenarios;
import com.rechain.dao.perf.lab.scenario.TestType;
import java.nio.file.Path;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private final Scenarios scenarios = Scenarios.read(Path.of("scenarios.yaml"));
    private final TreeMap<Slot, Histogram> slots = new TreeMap<>();

    @Test
    void aFigureLiesWhereTheBriefPutsIt() {
        Band band = new Band(400, 800, 1600);

        assertThat(band.of(400)).isEqualTo(Band.Place.TARGET);
        assertThat(band.of(500)).isEqualTo(Band.Place.ABOVE_TARGET);
        assertThat(band.of(801)).isEqualTo(Band.Place.WARNING);
        assertThat(band.of(1601)).isEqualTo(Band.Place.CRITICAL);
    }

    @Test
    void beingTurnedAwayIsAnErrorAtTheExpectedRateOnly() {
        answered(0, 503, 10);
        answered(0, 201, 990);

        assertThat(errors(TestType.BASELINE)).isEqualTo(10);
        assertThat(errors(TestType.STRESS)).isZero();
    }

    @Test
    void anInternalErrorIsOneAlways() {
        answered(0, 500, 1);

        assertThat(errors(TestType.STRESS)).isEqualTo(1);
    }

    @Test
    void theKneeIsTheHighestRateThatWasAnsweredWell() {
        Cell cell = scenarios.cell(TestType.STRESS, Scenario.VOTING, Scale.LOCAL);
        for (int second = 0; second < cell.seconds(); second++) {
            answered(second, 201, (int) Math.min(250, Math.round(cell.intendedIn(second))));
        }
        Course course = new Course(cell, new Load(Scenario.VOTING, slots));

        assertThat(course.knee()).isBetween(240.0, 260.0);
        assertThat(course.goodputPercent()).isBetween(97.0, 103.0);
    }

    @Test
    void aSpikeIsOverWhenTheLatencyIsAsBefore() {
        Cell cell = scenarios.cell(TestType.SPIKE, Scenario.VOTING, Scale.LOCAL);
        for (int second = 0; second < cell.seconds(); second++) {
            answered(second, 201, 10, second >= 10 && second < 24 ? 900_000 : 5_000);
        }
        Course course = new Course(cell, new Load(Scenario.VOTING, slots));

        assertThat(cell.peakEnd()).isEqualTo(21);
        assertThat(course.recoverySeconds()).hasValue(3);
    }

    private long errors(TestType type) {
        Cell cell = scenarios.cell(type, Scenario.VOTING, Scale.LOCAL);
        return new Judge(cell, scenarios.bands()).errors(new Load(Scenario.VOTING, slots));
    }

    private void answered(int second, int status, int count) {
        answered(second, status, count, 5_000);
    }

    private void answered(int second, int status, int count, long micros) {
        slots.computeIfAbsent(new Slot(second, "vote", status), _ -> new Histogram(2))
                .recordValueWithCount(micros, count);
    }
}
