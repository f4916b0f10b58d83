package com.rechain.dao.gateway.support;

import com.rechain.dao.gateway.auth.AuthConfig;
import com.rechain.dao.gateway.cache.CacheConfig;
import com.rechain.dao.gateway.edge.ForwardedConfig;
import com.rechain.dao.gateway.edge.LimitsConfig;
import com.rechain.dao.gateway.forward.DeadlineConfig;
import com.rechain.dao.gateway.health.HealthConfig;
import com.rechain.dao.gateway.openapi.DocumentPages;
import com.rechain.dao.gateway.server.Gateway;
import com.rechain.dao.gateway.server.GatewayConfig;
import com.rechain.dao.gateway.server.HttpConfig;
import com.rechain.dao.gateway.upstream.ResilienceConfig;
import com.rechain.dao.gateway.upstream.ServicesConfig;
import com.rechain.dao.platform.telemetry.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.util.concurrent.EventExecutor;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.redis.client.Redis;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole gateway on a free port, with the services a test gives it. */
public final class GatewayUnderTest implements AutoCloseable {
    public static final Vertx VERTX = Vertx.vertx();

    private static final AtomicInteger PORTS = new AtomicInteger();

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Gateway gateway;

    private GatewayUnderTest(
            Map<String, String> settings, @Nullable Redis redis, Consumer<HttpServerOptions> tls) {
        gateway =
                new Gateway(
                        VERTX,
                        config(settings),
                        registry,
                        Tracing.off(),
                        DocumentPages.all(),
                        redis,
                        tls);
        await(gateway.start(2));
    }

    public static Builder builder() {
        return new Builder();
    }

    public Gateway gateway() {
        return gateway;
    }

    public MeterRegistry registry() {
        return registry;
    }

    public int port() {
        return gateway.port();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Has all event loops wait until what is returned is counted down. */
    public static CountDownLatch holdUp() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        List<EventExecutor> loops = new ArrayList<>();
        VERTX.nettyEventLoopGroup().forEach(loops::add);
        CountDownLatch held = new CountDownLatch(loops.size());
        for (EventExecutor loop : loops) {
            loop.execute(() -> {
                held.countDown();
                awaitQuietly(release);
            });
        }
        held.await();
        return release;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A request to be completed; {@code path} begins with a slash. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    public HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpClient http() {
        return http;
    }

    @Override
    public void close() {
        await(gateway.stop());
        http.shutdownNow();
    }

    public static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static GatewayConfig config(Map<String, String> settings) {
        SmallRyeConfig config = Configs.of(settings);
        return new GatewayConfig(
                config.getConfigMapping(HttpConfig.class),
                config.getConfigMapping(LimitsConfig.class),
                config.getConfigMapping(ForwardedConfig.class),
                config.getConfigMapping(AuthConfig.class),
                config.getConfigMapping(ServicesConfig.class),
                config.getConfigMapping(ResilienceConfig.class),
                config.getConfigMapping(DeadlineConfig.class),
                config.getConfigMapping(CacheConfig.class),
                config.getConfigMapping(HealthConfig.class));
    }

    /** Names the services and settings of a gateway; services left out have nobody listening. */
    public static final class Builder {
        private final Map<String, String> settings = new HashMap<>();
        private @Nullable Redis redis;
        private Consumer<HttpServerOptions> tls = _ -> {};

        private Builder() {
            String nobody = "http://127.0.0.1:1;health=http://127.0.0.1:1/q/health/ready";
            set("user-service", nobody);
            set("proposal-service", nobody);
            set("voting-service", nobody);
            set("http.host", "127.0.0.1");
            // A negative port is a free one, and two gateways with the same number would share it.
            set("http.port", Integer.toString(PORTS.decrementAndGet()));
            set("health.every", "PT0.05S");
            set("auth.first-load-every", "PT0.05S");
            // Most tests are about what passes; those of the cache switch it on.
            set("cache.enabled", "false");
        }

        public Builder users(ScriptedService... instances) {
            return set("user-service", list(instances));
        }

        public Builder proposals(ScriptedService... instances) {
            return set("proposal-service", list(instances));
        }

        public Builder votings(ScriptedService... instances) {
            return set("voting-service", list(instances));
        }

        /** Has {@code tls} set the public server up. */
        public Builder tls(Consumer<HttpServerOptions> tls) {
            this.tls = tls;
            return this;
        }

        /** Has {@code redis} announce what is to be purged. */
        public Builder purgedBy(Redis redis) {
            this.redis = redis;
            return this;
        }

        /** Sets {@code dao.gateway.} + {@code name}. */
        public Builder set(String name, String value) {
            settings.put("dao.gateway." + name, value);
            return this;
        }

        public GatewayUnderTest start() {
            return new GatewayUnderTest(settings, redis, tls);
        }

        private static String list(ScriptedService... instances) {
            List<ScriptedService> all = Stream.of(instances).toList();
            return all.stream().map(ScriptedService::entry).collect(Collectors.joining(","));
        }
    }
}
