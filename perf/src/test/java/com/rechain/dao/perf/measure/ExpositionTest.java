package com.rechain.dao.perf.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpositionTest {
    private static final Exposition METRICS =
            Exposition.parse(
                    """
                    # TYPE loads counter
                    loads_total{application="a",cache="lists"} 3.0
                    loads_total{application="a",cache="pages"} 4.0
                    loads_total_more{cache="pages"} 100.0
                    plain 1.5E3
                    late_seconds{le="+Inf"} +Inf
                    unknown NaN
                    """);

    @Test
    void seriesOfOneNameAreSummed() {
        assertThat(METRICS.sum("loads_total")).isEqualTo(7);
        assertThat(METRICS.sum("plain")).isEqualTo(1_500);
    }

    @Test
    void labelsNarrowIt() {
        assertThat(METRICS.sum("loads_total", "cache=\"pages\"", "application=\"a\"")).isEqualTo(4);
        assertThat(METRICS.sum("loads_total", "cache=\"none\"")).isZero();
    }

    @Test
    void whatIsNotToldIsNotThere() {
        assertThat(METRICS.has("loads_total")).isTrue();
        assertThat(METRICS.has("loads")).isFalse();
        assertThat(METRICS.has("dao_gateway_cache_requests_total")).isFalse();
    }

    @Test
    void whatIsNoNumberIsReadAsSuch() {
        assertThat(METRICS.sum("late_seconds")).isInfinite();
        assertThat(METRICS.sum("unknown")).isNaN();
    }
}
