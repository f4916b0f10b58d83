package com.rechain.dao.perf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelTest {

    @Test
    void oneServerWaitsAsTheTextbookSays() {
        ErlangC half = new ErlangC(1, 0.5);

        assertThat(half.waits()).isCloseTo(0.5, within(1e-12));
        assertThat(half.meanWait()).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void twoServersWaitLessThanOne() {
        // Kleinrock's closed form for c = 2: rho^2 / (1 - rho^2) service times.
        ErlangC busy = new ErlangC(2, 1.6);

        assertThat(busy.meanWait()).isCloseTo(0.64 / 0.36, within(1e-12));
    }

    @Test
    void moreThanTheServersCanDoWaitsForever() {
        assertThat(new ErlangC(2, 2).meanWait()).isInfinite();
        assertThat(new ErlangC(2, 2).waits()).isEqualTo(1);
    }

    @Test
    void theFitFindsTheLawThatMadeThePoints() {
        ScalabilityLaw law = new ScalabilityLaw(900, 0.05, 0.002);
        List<ScalabilityLaw.Point> points =
                Stream.of(1, 2, 4, 8, 16, 32)
                        .map(n -> new ScalabilityLaw.Point(n, law.perSecond(n)))
                        .toList();

        ScalabilityLaw fitted = ScalabilityLaw.fit(points);

        assertThat(fitted.alone()).isCloseTo(900, within(1e-6));
        assertThat(fitted.contention()).isCloseTo(0.05, within(1e-9));
        assertThat(fitted.coherence()).isCloseTo(0.002, within(1e-9));
        assertThat(fitted.peak()).isCloseTo(Math.sqrt(0.95 / 0.002), within(1e-6));
    }

    @Test
    void whatScalesStraightHasNoPeak() {
        List<ScalabilityLaw.Point> points =
                Stream.of(1, 2, 3, 4).map(n -> new ScalabilityLaw.Point(n, 100.0 * n)).toList();

        ScalabilityLaw fitted = ScalabilityLaw.fit(points);

        assertThat(fitted.perSecond(10)).isCloseTo(1_000, within(1e-6));
        assertThat(fitted.coherence()).isCloseTo(0, within(1e-9));
    }

    @Test
    void noiseNeverMakesACoefficientNegative() {
        List<ScalabilityLaw.Point> points =
                List.of(
                        new ScalabilityLaw.Point(1, 100),
                        new ScalabilityLaw.Point(2, 205),
                        new ScalabilityLaw.Point(4, 415),
                        new ScalabilityLaw.Point(8, 820));

        ScalabilityLaw fitted = ScalabilityLaw.fit(points);

        assertThat(fitted.contention()).isNotNegative();
        assertThat(fitted.coherence()).isNotNegative();
    }

    @Test
    void threePointsAreTooFew() {
        assertThatThrownBy(() -> ScalabilityLaw.fit(List.of(new ScalabilityLaw.Point(1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
