package com.rechain.dao.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.registry.otlp.AggregationTemporality;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TelemetrySettingsTest {
    @Test
    void withoutSettingsNothingIsRecordedOrPushed() {
        SmallRyeConfig config = environment(Map.of());

        assertThat(config.getConfigMapping(TracingConfig.class).enabled()).isFalse();
        assertThat(config.getConfigMapping(MetricsPushConfig.class).enabled()).isFalse();
    }

    @Test
    void theEnvironmentSetsTracing() {
        TracingConfig tracing =
                environment(
                                Map.of(
                                        "DAO_OTEL_ENABLED", "true",
                                        "DAO_OTEL_ENDPOINT", "http://collector:4318",
                                        "DAO_OTEL_HEADERS", "api-key=k",
                                        "DAO_OTEL_SAMPLE_RATIO", "0.25",
                                        "DAO_OTEL_FOLLOW_CALLERS", "false"))
                        .getConfigMapping(TracingConfig.class);

        assertThat(tracing.enabled()).isTrue();
        assertThat(tracing.endpoint()).isEqualTo(URI.create("http://collector:4318"));
        assertThat(tracing.headers()).contains("api-key=k");
        assertThat(tracing.sampleRatio()).isEqualTo(0.25);
        assertThat(tracing.followCallers()).isFalse();
    }

    @Test
    void theEnvironmentSetsThePushOfMetrics() {
        MetricsPushConfig push =
                environment(
                                Map.of(
                                        "DAO_METRICS_OTLP_ENABLED", "true",
                                        "DAO_METRICS_OTLP_URL", "https://otlp.example/v1/metrics",
                                        "DAO_METRICS_OTLP_HEADERS", "api-key=k",
                                        "DAO_METRICS_OTLP_EVERY", "PT10S",
                                        "DAO_METRICS_OTLP_TEMPORALITY", "cumulative"))
                        .getConfigMapping(MetricsPushConfig.class);

        assertThat(push.enabled()).isTrue();
        assertThat(push.url()).isEqualTo(URI.create("https://otlp.example/v1/metrics"));
        assertThat(push.headers()).contains("api-key=k");
        assertThat(push.every()).isEqualTo(Duration.ofSeconds(10));
        assertThat(push.temporality()).isEqualTo(AggregationTemporality.CUMULATIVE);
    }

    private static SmallRyeConfig environment(Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(TracingConfig.class)
                .withMapping(MetricsPushConfig.class)
                .withSources(new EnvConfigSource(variables, 300))
                .build();
    }
}
