package com.rechain.dao.perf.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.perf.load.LoadResult;
import com.rechain.dao.perf.load.LoadSpecimen;
import com.rechain.dao.perf.model.ScalabilityLaw;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

class KneeTest {
    private static final Duration QUICK = Duration.ofMillis(20);
    private static final double MICROS = 1_000;

    private final List<Double> tried = new ArrayList<>();

    @Test
    void isTheHighestRateThatWasAnsweredInTime() {
        Knee knee = climb(KneeTest::lateBeyond210);

        assertThat(knee.perSecond()).isLessThanOrEqualTo(210).isGreaterThan(210 / 1.12);
        assertThat(knee.microsPerRequest()).isEqualTo(MICROS);
        assertThat(tried.getFirst()).isLessThan(0.6 * 200);
    }

    @Test
    void aRefusalEndsTheClimbAsWell() {
        Knee knee =
                climb(rate ->
                        rate > 150
                                ? LoadSpecimen.refusedOnce(rate, QUICK)
                                : LoadSpecimen.answered(rate, QUICK));

        assertThat(knee.perSecond()).isLessThanOrEqualTo(150).isGreaterThan(150 / 1.12);
    }

    @Test
    void aStutterIsNoKnee() {
        Knee knee =
                climb(rate ->
                        tried.indexOf(rate) == tried.size() - 1
                                ? LoadSpecimen.answered(rate, Duration.ofMillis(600))
                                : lateBeyond210(rate));

        assertThat(knee.perSecond()).isLessThanOrEqualTo(210).isGreaterThan(210 / 1.12);
    }

    @Test
    void everyStepIsAPointOfTheLaw() {
        Knee knee = climb(KneeTest::lateBeyond210);

        assertThat(knee.points()).hasSize(Set.copyOf(tried).size());
        ScalabilityLaw.Point first = knee.points().getFirst();
        // By Little's law: 110 a second that take 20 ms each.
        assertThat(first.n()).isBetween(2.0, 2.4);
        assertThat(first.perSecond()).isBetween(109.0, 111.0);
    }

    @Test
    void withoutAKneeThereIsNoFigure() {
        assertThatThrownBy(() -> climb(rate -> LoadSpecimen.answered(rate, QUICK)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not bind");
    }

    private static LoadResult lateBeyond210(double rate) {
        return LoadSpecimen.answered(rate, Duration.ofMillis(rate > 210 ? 600 : 20));
    }

    private Knee climb(DoubleFunction<LoadResult> load) {
        return Knee.climb(
                rate -> {
                    tried.add(rate);
                    return load.apply(rate);
                },
                MICROS,
                200);
    }
}
