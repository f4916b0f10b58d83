package com.rechain.dao.platform.telemetry;

import io.micrometer.core.instrument.Clock;
import io.micrometer.registry.otlp.AggregationTemporality;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Switches on what the settings ask for: tracing, and metrics pushed beside those to be read. */
@Singleton
public class Telemetry {
    private final String service;

    Telemetry(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
    }

    @Produces
    @Singleton
    Tracing tracing(TracingConfig config) {
        return Tracing.of(config, service);
    }

    void close(@Disposes Tracing tracing) {
        tracing.close();
    }

    /** One more registry, which then gets all meters and filters; null: none. */
    @Produces
    @Dependent
    @Nullable OtlpMeterRegistry pushedMetrics(MetricsPushConfig config) {
        return config.enabled()
                ? new OtlpMeterRegistry(
                        new Push(config, HeaderFields.parse(config.headers().orElse("")), service),
                        Clock.SYSTEM)
                : null;
    }

    private record Push(MetricsPushConfig config, HeaderFields fields, String service)
            implements OtlpConfig {
        @Override
        public @Nullable String get(String key) {
            return null;
        }

        @Override
        public String url() {
            return config.url().toString();
        }

        @Override
        public Map<String, String> headers() {
            return fields.fields();
        }

        @Override
        public Duration step() {
            return config.every();
        }

        @Override
        public AggregationTemporality aggregationTemporality() {
            return config.temporality();
        }

        @Override
        public Map<String, String> resourceAttributes() {
            return Map.of("service.name", service, "service.namespace", "rechain-dao");
        }
    }
}
