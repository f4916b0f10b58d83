package com.rechain.dao.gateway.server;

import com.rechain.dao.gateway.auth.AuthConfig;
import com.rechain.dao.gateway.cache.CacheConfig;
import com.rechain.dao.gateway.edge.ForwardedConfig;
import com.rechain.dao.gateway.edge.LimitsConfig;
import com.rechain.dao.gateway.forward.DeadlineConfig;
import com.rechain.dao.gateway.health.HealthConfig;
import com.rechain.dao.gateway.openapi.DocumentPages;
import com.rechain.dao.gateway.upstream.ResilienceConfig;
import com.rechain.dao.gateway.upstream.ServicesConfig;
import com.rechain.dao.platform.telemetry.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Ties the gateway to the life of the process: when to listen, when to drain, when to stop. */
@ApplicationScoped
public class GatewayLifecycle {
    private static final Logger LOG = Logger.getLogger(GatewayLifecycle.class);
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    @Produces
    @Singleton
    GatewayConfig config(
            HttpConfig http,
            LimitsConfig limits,
            ForwardedConfig forwarded,
            AuthConfig auth,
            ServicesConfig services,
            ResilienceConfig resilience,
            DeadlineConfig deadlines,
            CacheConfig cache,
            HealthConfig health) {
        return new GatewayConfig(
                http, limits, forwarded, auth, services, resilience, deadlines, cache, health);
    }

    @Produces
    @Singleton
    Gateway gateway(
            Vertx vertx,
            GatewayConfig config,
            MeterRegistry registry,
            Tracing tracing,
            Instance<Redis> redis,
            TlsConfigurationRegistry tls) {
        return new Gateway(
                vertx,
                config,
                registry,
                tracing,
                DocumentPages.all(),
                config.cache().redis().isPresent() ? redis.get() : null,
                new TlsSetup(config.http(), tls));
    }

    void start(@Observes StartupEvent event, Gateway gateway, GatewayConfig config) {
        int loops = Runtime.getRuntime().availableProcessors();
        gateway.start(loops).toCompletionStage().toCompletableFuture().join();
        LOG.infof("The gateway listens on %s:%d", config.http().host(), gateway.port());
    }

    void leaveRotation(@Observes ShutdownDelayInitiatedEvent event, Gateway gateway) {
        gateway.draining().begin();
    }

    void stop(@Observes ShutdownEvent event, Gateway gateway, GatewayConfig config) {
        gateway.draining().begin();
        long deadline = System.nanoTime() + config.http().drainTimeout().toNanos();
        while (gateway.draining().underWay() > 0 && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        gateway.stop().toCompletionStage().toCompletableFuture().join();
    }
}
