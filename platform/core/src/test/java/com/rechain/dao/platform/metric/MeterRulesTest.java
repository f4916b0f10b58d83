package com.rechain.dao.platform.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeterRulesTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();

    MeterRulesTest() {
        registry.config().meterFilter(new MeterRules("gateway"));
    }

    @Test
    void everyMeterSaysWhoseItIs() {
        registry.counter("a.counter", "of", "something");

        assertThat(registry.get("a.counter").counter().getId().getTags())
                .extracting(tag -> tag.getKey() + "=" + tag.getValue())
                .containsExactly("application=gateway", "of=something");
    }

    @Test
    void everyThresholdOfTheBriefIsABound() {
        Timer timer = registry.timer("http.server.requests");

        assertThat(bounds(timer))
                .contains(
                        50.0, 100.0, 200.0, 300.0, 400.0, 500.0, 600.0, 800.0, 1000.0, 1200.0,
                        1600.0, 2000.0, 5000.0, 10_000.0);
    }

    @Test
    void otherTimersHaveNoBuckets() {
        assertThat(bounds(registry.timer("some.other"))).isEmpty();
    }

    private static Stream<Double> bounds(Timer timer) {
        return Stream.of(timer.takeSnapshot().histogramCounts())
                .map((CountAtBucket bucket) -> bucket.bucket(TimeUnit.MILLISECONDS));
    }
}
