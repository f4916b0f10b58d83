package com.rechain.dao.e2e.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.e2e.support.Collector.PushedMetric;
import com.rechain.dao.e2e.support.Community;
import com.rechain.dao.e2e.support.SameInEveryHome;
import com.rechain.dao.e2e.support.Suite;
import com.rechain.dao.e2e.support.Waiting;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Metrics go out over OTLP as New Relic takes them: beside the page, under a key. */
@SameInEveryHome
@Isolated("compares counts")
class PushedMetricsIT {
    private static final String KEY = Suite.METRICS_KEY;

    @Test
    void everyProcessPushesItsMetricsUnderTheKey() {
        Community.of(1);
        Set<PushedMetric> wanted =
                Set.of(
                        new PushedMetric("gateway", "http.server.requests", KEY),
                        new PushedMetric("gateway", "dao.gateway.attempts", KEY),
                        new PushedMetric("user-service", "http.server.requests", KEY),
                        new PushedMetric("user-service", "jvm.memory.used", KEY),
                        new PushedMetric("proposal-service", "dao.outbox.oldest.age.seconds", KEY),
                        new PushedMetric("voting-service", "dao.outbox.relayed", KEY));

        Set<PushedMetric> pushed =
                Waiting.until(Suite.get().collector()::metrics, all -> all.containsAll(wanted));

        assertThat(pushed).allMatch(metric -> KEY.equals(metric.apiKey()));
    }

    @Test
    void theKeyStandsInNoLog() {
        assertThat(Suite.get().fleet().instances())
                .allSatisfy(instance ->
                        assertThat(instance.server().process().log().path())
                                .content()
                                .isNotEmpty()
                                .doesNotContain(KEY));
    }
}
