package com.rechain.dao.perf.bench.result;

import static com.rechain.dao.perf.bench.result.Comparison.Outcome.BETTER;
import static com.rechain.dao.perf.bench.result.Comparison.Outcome.CANNOT_TELL;
import static com.rechain.dao.perf.bench.result.Comparison.Outcome.WORSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final List<Double> BASE = List.of(100.0, 104.0, 98.0);

    @Test
    void whatLiesApartIsBetterOrWorse() {
        assertThat(Comparison.outcome(BASE, List.of(110.0, 120.0, 115.0), false)).isEqualTo(BETTER);
        assertThat(Comparison.outcome(BASE, List.of(110.0, 120.0, 115.0), true)).isEqualTo(WORSE);
        assertThat(Comparison.outcome(BASE, List.of(80.0, 90.0, 85.0), true)).isEqualTo(BETTER);
    }

    @Test
    void oneRoundAmongTheOthersLeavesItOpen() {
        assertThat(Comparison.outcome(BASE, List.of(103.0, 120.0, 115.0), false))
                .isEqualTo(CANNOT_TELL);
    }

    @Test
    void tooFewRoundsLeaveItOpen() {
        assertThat(Comparison.outcome(BASE, List.of(200.0, 200.0), false)).isEqualTo(CANNOT_TELL);
    }

    @Test
    void aHairsBreadthIsNoDifference() {
        assertThat(
                        Comparison.outcome(
                                List.of(100.0, 100.1, 100.2), List.of(101.0, 101.1, 101.2), false))
                .isEqualTo(CANNOT_TELL);
    }

    @Test
    void ratiosToThePeerAreComparedWhereBothHaveThem() {
        Figure slowMachine = rate(List.of(50.0, 52.0, 51.0), List.of(100.0, 100.0, 100.0));
        Figure fastMachine = rate(List.of(100.0, 104.0, 102.0), List.of(200.0, 200.0, 200.0));

        Comparison comparison = Comparison.of(result(slowMachine), result(fastMachine));

        assertThat(comparison.lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.byPeer()).isTrue();
                    assertThat(line.ratio()).isEqualTo(1);
                    assertThat(line.outcome()).isEqualTo(CANNOT_TELL);
                });
    }

    @Test
    void whatOnlyOneHasMeasuredIsLeftOut() {
        Figure none = rate(List.of(), List.of());

        assertThat(Comparison.of(result(none), result(rate(BASE, List.of()))).lines()).isEmpty();
    }

    @Test
    void oneWorseFigureMakesItWorse() {
        Comparison comparison =
                Comparison.of(
                        result(rate(BASE, List.of())),
                        result(rate(List.of(50.0, 51.0, 52.0), List.of())));

        assertThat(comparison.anyWorse()).isTrue();
        assertThat(comparison.table().toString()).contains("worse").contains("votes");
    }

    private static Figure rate(List<Double> rounds, List<Double> peer) {
        return FigureTest.figure(Bound.atLeast(1), null, rounds, peer);
    }

    private static BenchResult result(Figure figure) {
        MachineFacts machine = new MachineFacts(2, "a processor", 24_000, "Linux", "25");
        RowResult row = new RowResult("votes", "what", "", "how", List.of(figure), List.of());
        return new BenchResult(
                BenchResult.FORMAT, "2026-01-01T00:00:00Z", "abc", machine, List.of(row));
    }
}
