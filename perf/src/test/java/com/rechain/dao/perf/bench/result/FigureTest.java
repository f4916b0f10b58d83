package com.rechain.dao.perf.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void theFigureIsTheMedianOfTheRounds() {
        Figure figure = figure(Bound.atMost(5), null, List.of(9.0, 1.0, 4.0), List.of());

        assertThat(figure.median()).hasValue(4);
        assertThat(figure.spread()).contains(new Spread(1, 9));
        assertThat(figure.verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void theRatioIsTakenRoundByRound() {
        Figure figure =
                figure(
                        null,
                        Bound.atLeast(0.5),
                        List.of(10.0, 20.0, 90.0),
                        List.of(20.0, 50.0, 100.0));

        assertThat(figure.ratios()).containsExactly(0.5, 0.4, 0.9);
        assertThat(figure.ratio()).hasValue(0.5);
        assertThat(figure.verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void bothGoalsMustBeMet() {
        List<Double> rounds = List.of(3_000.0);
        Bound goal = Bound.atLeast(3_000);
        Bound ratio = Bound.atLeast(1);

        assertThat(figure(goal, ratio, rounds, List.of(3_000.0)).verdict()).isEqualTo(Verdict.MET);
        assertThat(figure(goal, ratio, rounds, List.of(3_001.0)).verdict())
                .isEqualTo(Verdict.MISSED);
        assertThat(figure(Bound.atLeast(3_001), ratio, rounds, List.of(1.0)).verdict())
                .isEqualTo(Verdict.MISSED);
    }

    @Test
    void withoutGoalsThereIsNoVerdict() {
        assertThat(figure(null, null, List.of(1.0), List.of()).verdict()).isEqualTo(Verdict.SHOWN);
    }

    @Test
    void withoutRoundsOrWithAReasonNothingWasMeasured() {
        Figure disturbed =
                new Figure(
                        "p99",
                        "ms",
                        Bound.atMost(9),
                        null,
                        List.of(1.0),
                        List.of(),
                        List.of(),
                        List.of(),
                        "only 90.0 % of the intended rate was sent");

        assertThat(disturbed.verdict()).isEqualTo(Verdict.NOT_MEASURED);
        assertThat(figure(Bound.atMost(9), null, List.of(), List.of()).verdict())
                .isEqualTo(Verdict.NOT_MEASURED);
        assertThat(figure(null, Bound.atMost(9), List.of(1.0), List.of()).verdict())
                .isEqualTo(Verdict.NOT_MEASURED);
    }

    @Test
    void aPeerHasAsManyRounds() {
        assertThatThrownBy(() -> figure(null, null, List.of(1.0, 2.0), List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void figuresAreShownWithThreeDigitsThatSaySomething() {
        assertThat(List.of(0.35214, 1.0, 3.14159, 31.4159, 3_141.59))
                .map(Numbers::text)
                .containsExactly("0.352", "1", "3.14", "31.4", "3,142");
    }

    static Figure figure(
            @Nullable Bound goal,
            @Nullable Bound ratioGoal,
            List<Double> rounds,
            List<Double> peerRounds) {
        return new Figure(
                "p99", "ms", goal, ratioGoal, rounds, peerRounds, List.of(), List.of(), "");
    }
}
