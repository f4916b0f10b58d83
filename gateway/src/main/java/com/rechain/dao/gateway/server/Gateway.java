package com.rechain.dao.gateway.server;

import com.rechain.dao.gateway.auth.EdgeAuth;
import com.rechain.dao.gateway.auth.KeyRefresh;
import com.rechain.dao.gateway.auth.PublishedKeys;
import com.rechain.dao.gateway.cache.MicroCache;
import com.rechain.dao.gateway.cache.PurgeListener;
import com.rechain.dao.gateway.edge.EdgeRules;
import com.rechain.dao.gateway.edge.LimitsConfig;
import com.rechain.dao.gateway.edge.Page;
import com.rechain.dao.gateway.edge.RequestHeaders;
import com.rechain.dao.gateway.edge.TrustedProxies;
import com.rechain.dao.gateway.forward.Forwarder;
import com.rechain.dao.gateway.health.ActiveChecks;
import com.rechain.dao.gateway.health.HealthPage;
import com.rechain.dao.gateway.metric.GatewayMetrics;
import com.rechain.dao.gateway.route.PublicRoutes;
import com.rechain.dao.gateway.route.RouteTable;
import com.rechain.dao.gateway.upstream.Upstreams;
import com.rechain.dao.platform.telemetry.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.redis.client.Redis;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The whole gateway, put together from its configuration; needs a Vert.x and nothing else. */
public final class Gateway {
    private final Vertx vertx;
    private final GatewayConfig config;
    private final Upstreams upstreams;
    private final RouteTable routes = PublicRoutes.table();
    private final Map<String, Page> pages;
    private final EdgeRules rules;
    private final RequestHeaders headers;
    private final PublishedKeys keys = new PublishedKeys();
    private final EdgeAuth auth;
    private final GatewayMetrics metrics;
    private final Tracing tracing;
    private final MicroCache cache;
    private final @Nullable Redis redis;
    private final Draining draining = new Draining();
    private final Places connections;
    private final Consumer<HttpServerOptions> tls;
    private volatile int port;
    private final List<String> deployments = new CopyOnWriteArrayList<>();

    /**
     * @param pages what the gateway serves itself beside the health page, by path
     * @param redis announces what is to be purged from the micro-cache; null where there is none
     * @param tls sets the server up for TLS where that is configured
     */
    public Gateway(
            Vertx vertx,
            GatewayConfig config,
            MeterRegistry registry,
            Tracing tracing,
            Map<String, Page> pages,
            @Nullable Redis redis,
            Consumer<HttpServerOptions> tls) {
        this.vertx = vertx;
        this.config = config;
        this.upstreams = new Upstreams(config.services(), config.resilience());
        this.rules = new EdgeRules(config.limits());
        List<String> proxies = config.forwarded().trustedProxies().orElse(List.of());
        this.headers = new RequestHeaders(new TrustedProxies(proxies));
        this.auth = new EdgeAuth(keys, config.auth(), Clock.systemUTC());
        this.metrics = new GatewayMetrics(registry, upstreams);
        this.tracing = tracing;
        this.cache = new MicroCache(config.cache(), routes.routes(), registry);
        this.redis = redis;
        this.connections = new Places(config.http().maxConnections());
        metrics.watchCallers(connections::taken, auth::people);
        this.pages = new HashMap<>(pages);
        this.pages.put("/health", new HealthPage(upstreams));
        this.tls = tls;
    }

    /** Starts listening on {@code eventLoops} event loops; done when it does. */
    public Future<Void> start(int eventLoops) {
        DeploymentOptions instances = new DeploymentOptions().setInstances(eventLoops);
        return vertx.deployVerticle(this::surroundings, new DeploymentOptions())
                .onSuccess(deployments::add)
                .compose(_ -> vertx.deployVerticle(() -> new FrontVerticle(this), instances))
                .onSuccess(deployments::add)
                .mapEmpty();
    }

    /** Stops listening; whoever still waits for an answer is cut off. */
    public Future<Void> stop() {
        return Future.join(deployments.stream().map(vertx::undeploy).toList()).mapEmpty();
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** The micro-cache for public answers. */
    public MicroCache cache() {
        return cache;
    }

    public Draining draining() {
        return draining;
    }

    /** Whether access tokens can be checked. */
    public boolean hasKeys() {
        return keys.loaded();
    }

    public Upstreams upstreams() {
        return upstreams;
    }

    RouteTable routes() {
        return routes;
    }

    Map<String, Page> pages() {
        return pages;
    }

    EdgeRules rules() {
        return rules;
    }

    RequestHeaders headers() {
        return headers;
    }

    EdgeAuth auth() {
        return auth;
    }

    GatewayMetrics metrics() {
        return metrics;
    }

    Tracing tracing() {
        return tracing;
    }

    Places connections() {
        return connections;
    }

    HttpConfig http() {
        return config.http();
    }

    LimitsConfig limits() {
        return config.limits();
    }

    Consumer<HttpServerOptions> tls() {
        return tls;
    }

    void listensOn(int actualPort) {
        port = actualPort;
    }

    Forwarder forwarder(Vertx ofLoop) {
        return new Forwarder(
                ofLoop,
                upstreams,
                rules,
                headers,
                config.deadlines(),
                config.resilience(),
                metrics,
                tracing);
    }

    private Surroundings surroundings() {
        KeyRefresh refresh = new KeyRefresh(vertx, upstreams, keys, auth, config.auth());
        ActiveChecks checks = new ActiveChecks(vertx, upstreams, config.health());
        PurgeListener purges = redis == null ? null : new PurgeListener(vertx, redis, cache);
        return new Surroundings(
                upstreams, refresh, checks, purges, config.services().resolveEvery());
    }
}
