package com.rechain.dao.platform.metric;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Gives every meter of a process the label {@code application}, and the times that alerts and
 * dashboards look at their buckets. The bounds are the figures that something is promised for, so
 * that what is said about a threshold is counted and not guessed.
 */
public final class MeterRules implements MeterFilter {
    // Every target, warning and critical value of the brief's response times is among these.
    private static final double[] ANSWERS =
            millis(
                    5, 10, 25, 50, 100, 200, 300, 400, 500, 600, 800, 1000, 1200, 1600, 2000, 5000,
                    10_000);
    private static final double[] STATEMENTS =
            millis(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 5000);
    private static final double[] LOOKUPS = millis(0.01, 0.1, 1, 5, 10, 50, 100, 250, 1000);
    private static final double[] STALENESS = millis(1, 5, 10, 50, 100, 250, 500, 1000, 2000, 5000);
    private static final double[] AGES = millis(100, 250, 500, 1000, 2000, 5000);

    private static final Map<String, double[]> BOUNDS =
            Map.of(
                    "http.server.requests", ANSWERS,
                    "http.client.requests", ANSWERS,
                    "dao.gateway.attempts", ANSWERS,
                    "dao.database.query", STATEMENTS,
                    "dao.ballots.transaction", STATEMENTS,
                    "dao.cache.get", LOOKUPS,
                    "dao.cache.staleness", STALENESS,
                    "dao.redis.call", LOOKUPS,
                    "dao.tally.age", AGES);

    private final Tag application;

    /**
     * @param application the process' name, the same for all its instances
     */
    public MeterRules(String application) {
        this.application = Tag.of("application", application);
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        return id.replaceTags(Tags.of(application).and(id.getTags()));
    }

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        double[] bounds = BOUNDS.get(id.getName());
        return bounds == null
                ? config
                : DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(bounds)
                        .build()
                        .merge(config);
    }

    private static double[] millis(double... millis) {
        return DoubleStream.of(millis).map(value -> value * 1e6).toArray();
    }
}
