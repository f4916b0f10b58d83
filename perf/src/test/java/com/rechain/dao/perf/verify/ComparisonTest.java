package com.rechain.dao.perf.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.rechain.dao.perf.cli.UsageException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final int SIMULATIONS = 200;
    private static final int RUNS = 8;
    private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration TURN = Duration.ofSeconds(30);

    @Test
    void equalsAreToldApartInAtMostOneOfTwentyComparisons() {
        RandomGenerator random = new SplittableRandom(1);
        int cannotTell = 0;
        for (int i = 0; i < SIMULATIONS; i++) {
            Comparison comparison = Comparison.of(simulated(random, 1.0, 0.08));
            cannotTell += comparison.verdict() == Verdict.CANNOT_TELL ? 1 : 0;
        }

        assertThat(cannotTell).isGreaterThanOrEqualTo(SIMULATIONS * 95 / 100);
    }

    @Test
    void equalsWithRareOutliersAreToldApartInAtMostOneOfTwentyComparisons() {
        RandomGenerator random = new SplittableRandom(2);
        int cannotTell = 0;
        for (int i = 0; i < SIMULATIONS; i++) {
            RandomGenerator spiky = random;
            Comparison comparison =
                    Comparison.of(
                            pairs(
                                    RUNS,
                                    _ -> noise(spiky, 0.05) * (spiky.nextInt(10) == 0 ? 1.6 : 1),
                                    1));
            cannotTell += comparison.verdict() == Verdict.CANNOT_TELL ? 1 : 0;
        }

        assertThat(cannotTell).isGreaterThanOrEqualTo(SIMULATIONS * 95 / 100);
    }

    @Test
    void aShiftOfTenPercentInLittleNoiseIsFound() {
        RandomGenerator random = new SplittableRandom(3);
        int found = 0;
        for (int i = 0; i < SIMULATIONS; i++) {
            found += Comparison.of(simulated(random, 1.1, 0.02)).verdict() == Verdict.WORSE ? 1 : 0;
        }

        assertThat(found).isGreaterThanOrEqualTo(SIMULATIONS * 95 / 100);
    }

    @Test
    void shorterTimesAreAnImprovement() {
        Comparison comparison = Comparison.of(simulated(new SplittableRandom(4), 0.8, 0.02));

        assertThat(comparison.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(comparison.lines())
                .filteredOn(line -> line.figure().equals(Figure.P50))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.shown().ratio()).isCloseTo(0.8, within(0.03));
                    assertThat(line.shown().low()).isLessThan(line.shown().ratio());
                    assertThat(line.shown().high()).isGreaterThan(line.shown().ratio());
                });
    }

    @Test
    void betterInOneFigureAndWorseInAnotherIsWorse() {
        RandomGenerator random = new SplittableRandom(5);
        List<MeasuredRun> base = new ArrayList<>();
        List<MeasuredRun> candidate = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            base.add(run(2 * i, noise(random, 0.01), noise(random, 0.01)));
            candidate.add(run(2 * i + 1, 0.7 * noise(random, 0.01), 1.3 * noise(random, 0.01)));
        }

        assertThat(Comparison.of(Pairs.of(base, candidate)).verdict()).isEqualTo(Verdict.WORSE);
    }

    @Test
    void theSameRunsGiveTheSameIntervals() {
        Pairs pairs = simulated(new SplittableRandom(6), 1.05, 0.05);

        assertThat(Comparison.of(pairs)).isEqualTo(Comparison.of(pairs));
    }

    @Test
    void fewRunsAreRefused() {
        assertThatThrownBy(() -> pairs(4, _ -> 1.0, 1))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("At least 5 runs");
    }

    @Test
    void runsOneKindAfterTheOtherAreRefused() {
        List<MeasuredRun> base = new ArrayList<>();
        List<MeasuredRun> candidate = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            base.add(run(i, 1, 1));
            candidate.add(run(5 + i, 1, 1));
        }

        assertThatThrownBy(() -> Pairs.of(base, candidate))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("not interleaved");
    }

    @Test
    void runsAtTheSameTimeAreRefused() {
        List<MeasuredRun> base = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            base.add(run(i, 1, 1));
        }

        assertThatThrownBy(() -> Pairs.of(base, base))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("overlapped");
    }

    /** Runs whose times are {@code shift} times as long for the candidate. */
    private static Pairs simulated(RandomGenerator random, double shift, double noise) {
        return pairs(RUNS, _ -> noise(random, noise), shift);
    }

    private static Pairs pairs(
            int runs, java.util.function.IntToDoubleFunction level, double shift) {
        List<MeasuredRun> base = new ArrayList<>();
        List<MeasuredRun> candidate = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            base.add(run(2 * i, level.applyAsDouble(i), level.applyAsDouble(i)));
            candidate.add(
                    run(2 * i + 1, shift * level.applyAsDouble(i), shift * level.applyAsDouble(i)));
        }
        return Pairs.of(base, candidate);
    }

    private static MeasuredRun run(int turn, double time, double cpu) {
        Instant startedAt = START.plus(TURN.multipliedBy(turn));
        Map<Figure, Double> figures = new HashMap<>();
        figures.put(Figure.THROUGHPUT, 1_000 / time);
        figures.put(Figure.P50, 5 * time);
        figures.put(Figure.P99, 20 * time);
        figures.put(Figure.CPU, 200 * cpu);
        return new MeasuredRun(startedAt, startedAt.plus(TURN), figures);
    }

    private static double noise(RandomGenerator random, double deviation) {
        return Math.exp(random.nextGaussian() * deviation);
    }
}
