package com.rechain.dao.platform.telemetry;

import io.micrometer.registry.otlp.AggregationTemporality;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Whether and where to metrics are pushed, beside the page they can be read from. */
@ConfigMapping(prefix = "dao.metrics.otlp")
public interface MetricsPushConfig {
    @WithDefault("false")
    boolean enabled();

    /** Where OTLP metrics are taken over HTTP, with its path. */
    @WithDefault("http://localhost:4318/v1/metrics")
    URI url();

    /** Fields that the receiver asks for, such as a key: {@code name=value,name=value}. */
    Optional<String> headers();

    @WithDefault("PT1M")
    Duration every();

    /** Whether a push tells what came since the last one, or everything since the start. */
    @WithDefault("delta")
    AggregationTemporality temporality();
}
