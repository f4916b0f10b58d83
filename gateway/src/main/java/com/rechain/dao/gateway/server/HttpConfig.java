package com.rechain.dao.gateway.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** The public HTTP server. */
@ConfigMapping(prefix = "dao.gateway.http")
public interface HttpConfig {
    /** The address it listens on. */
    @WithDefault("0.0.0.0")
    @NotBlank
    String host();

    /** The port; a negative one stands for any free one. */
    @WithDefault("8080")
    @Max(65535)
    int port();

    /** The Quarkus TLS configuration to listen with; plain HTTP without one. */
    Optional<String> tlsConfigurationName();

    /** How long the head of a request may take from its first byte on; then 408. */
    @WithDefault("PT10S")
    @DurationMin(millis = 10)
    Duration headTimeout();

    /** How long a connection may rest without a byte in either direction; then it is closed. */
    @WithDefault("PT2M")
    @DurationMin(millis = 10)
    Duration idleTimeout();

    /** Connections open at once; more are closed as they come. */
    @WithDefault("20000")
    @Min(1)
    int maxConnections();

    /** Requests under way at once on one connection by HTTP/2. */
    @WithDefault("100")
    @Min(1)
    int maxStreams();

    /** Requests that an HTTP/2 connection may break off in half a minute; then it is closed. */
    @WithDefault("200")
    @Min(1)
    int maxResets();

    /** How long requests under way may still take when the gateway stops. */
    @WithDefault("PT10S")
    Duration drainTimeout();
}
