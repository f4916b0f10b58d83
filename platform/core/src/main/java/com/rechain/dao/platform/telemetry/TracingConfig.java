package com.rechain.dao.platform.telemetry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Whether, where to and how many traces are recorded. */
@ConfigMapping(prefix = "dao.otel")
public interface TracingConfig {
    @WithDefault("false")
    boolean enabled();

    /** The collector, spoken to in OTLP over HTTP; without a path it gets the usual one. */
    @WithDefault("http://localhost:4318")
    URI endpoint();

    /** Fields that the collector asks for, such as a key: {@code name=value,name=value}. */
    Optional<String> headers();

    /** The share of new traces that is recorded, from 0 to 1. */
    @WithDefault("0.1")
    double sampleRatio();

    /**
     * Whether a trace that a caller has begun is recorded exactly when the caller records it. Not
     * where callers are strangers: they would decide how much we record.
     */
    @WithDefault("true")
    boolean followCallers();
}
