package com.rechain.dao.gateway.server;

import com.rechain.dao.gateway.GatewayProblem;
import com.rechain.dao.gateway.cache.CacheFigures;
import com.rechain.dao.gateway.cache.MicroCache;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.platform.request.TraceContext;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Shows and purges the micro-cache, on the management port and in the shape of the services' own:
 * {@code GET /q/caches} and {@code POST /q/caches/answers/purge}, of everything or, with {@code
 * ?tag=…}, of what carries one of the tags. To callers without the internal secret there is
 * nothing.
 */
@ApplicationScoped
public class CacheOperations {
    private static final String SECRET_HEADER = "Dao-Internal-Secret";
    private static final String NAME = "answers";
    private static final Logger AUDIT = Logger.getLogger("com.rechain.dao.audit");

    private final Gateway gateway;
    private final Optional<String> secret;

    CacheOperations(
            Gateway gateway,
            @ConfigProperty(name = "dao.internal.secret") Optional<String> secret) {
        this.gateway = gateway;
        this.secret = secret.filter(text -> !text.isBlank());
    }

    void register(@Observes Router router) {
        router.get("/q/caches").handler(context -> guarded(context, this::show));
        router.post("/q/caches/:name/purge").handler(context -> guarded(context, this::purge));
    }

    private void show(RoutingContext context) {
        CacheFigures figures = gateway.cache().figures();
        CacheFigures.Reads reads = figures.reads();
        JsonObject cache =
                new JsonObject()
                        .put("name", NAME)
                        .put(
                                "size",
                                new JsonObject()
                                        .put("entries", figures.entries())
                                        .put("bytes", figures.bytes())
                                        .put("evictions", reads.evictions()))
                        .put(
                                "reads",
                                new JsonObject()
                                        .put("hits", reads.hits())
                                        .put("misses", reads.misses())
                                        .put("loads", reads.loads())
                                        .put("meanLoadMillis", reads.meanLoadMillis())
                                        .put("hitRatio", reads.hitRatio()))
                        .put("purges", figures.purges())
                        .put("hearsPurges", figures.hearsPurges());
        answer(
                context,
                new JsonObject()
                        .put("service", "gateway")
                        .put("caches", new JsonArray().add(cache)));
    }

    private void purge(RoutingContext context) {
        MicroCache cache = gateway.cache();
        List<String> tags = context.queryParam("tag");
        if (!NAME.equals(context.pathParam("name"))) {
            refuse(context, GatewayProblem.NOT_FOUND.with("There is no cache of that name here."));
        } else if (tags.stream().anyMatch(String::isBlank)) {
            refuse(context, GatewayProblem.MALFORMED_REQUEST.with("A tag must not be empty."));
        } else {
            AUDIT.infof("an operator purges %s: %s", NAME, tags.isEmpty() ? "all" : tags.size());
            if (tags.isEmpty()) {
                cache.purgeAll();
            } else {
                cache.purge(tags);
            }
            String what = tags.isEmpty() ? "all" : String.join(",", tags);
            answer(context, new JsonObject().put("cache", NAME).put("what", what));
        }
    }

    private static void answer(RoutingContext context, JsonObject body) {
        context.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(body.encode());
    }

    private void guarded(RoutingContext context, Consumer<RoutingContext> what) {
        String offered = context.request().getHeader(SECRET_HEADER);
        // Compared in constant time; a wrong secret learns nothing.
        if (offered == null
                || secret.isEmpty()
                || !MessageDigest.isEqual(bytes(secret.orElseThrow()), bytes(offered))) {
            refuse(context, GatewayProblem.UNAUTHENTICATED.with("The internal secret is needed."));
        } else {
            what.accept(context);
        }
    }

    private static void refuse(RoutingContext context, Problem problem) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(problem.inTrace(TraceContext.start().traceId()).toJson()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
