package com.rechain.dao.platform.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.platform.internal.InternalConfig;
import com.rechain.dao.platform.internal.InternalOnly;
import com.rechain.dao.platform.internal.InternalSecret;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What operators see of the caches and do to them, on the management port, for who knows the
 * internal secret. A purge reaches all instances; each is written to the log.
 */
@ApplicationScoped
public class CacheOperations {
    private static final Logger AUDIT = Logger.getLogger("com.rechain.dao.audit");
    private static final int HOT_KEYS_SHOWN = 10;
    private static final String PATH = "/q/caches";
    private static final String NAME = "name";

    private final CacheRegistry caches;
    private final Warmer warmer;
    private final InternalConfig config;
    private final ObjectMapper json;
    private final String service;

    CacheOperations(
            CacheRegistry caches,
            Warmer warmer,
            InternalConfig config,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.caches = caches;
        this.warmer = warmer;
        this.config = config;
        this.json = json;
        this.service = service;
    }

    /** The caches of one process. */
    record Listing(String service, List<CacheFigures> caches) {}

    /** What was made dead: everything, a tag or a key. */
    record Purged(String cache, String what) {}

    /** That loading has begun. */
    record Warming(String cache, int keys) {}

    void routes(@Observes ManagementInterface management) {
        var router = management.router();
        router.get(PATH).blockingHandler(context -> admit(context, () -> list(context)), false);
        router.post(PATH + "/:name/purge")
                .blockingHandler(
                        context -> admit(context, () -> named(context, this::purge)), false);
        router.post(PATH + "/:name/warm")
                .blockingHandler(
                        context -> admit(context, () -> named(context, this::warm)), false);
    }

    private void admit(RoutingContext context, Runnable operation) {
        if (InternalSecret.isKnown(
                config, context.request().getHeader(InternalOnly.SECRET_HEADER))) {
            operation.run();
        } else {
            refuse(context, PlatformProblem.UNAUTHENTICATED.with("The internal secret is needed."));
        }
    }

    private void list(RoutingContext context) {
        List<CacheFigures> figures =
                caches.all().stream()
                        .map(cache -> cache.figures(warmer.hottest(cache, HOT_KEYS_SHOWN)))
                        .toList();
        answer(context, 200, new Listing(service, figures));
    }

    private void named(
            RoutingContext context, BiConsumer<RoutingContext, TieredCache<?, ?>> operation) {
        String name = context.pathParam(NAME);
        caches.find(name)
                .ifPresentOrElse(
                        cache -> operation.accept(context, cache),
                        () ->
                                refuse(
                                        context,
                                        PlatformProblem.NOT_FOUND.with(
                                                "There is no cache of that name here.")));
    }

    private void purge(RoutingContext context, TieredCache<?, ?> cache) {
        Optional<String> tag = Optional.ofNullable(context.queryParams().get("tag"));
        Optional<String> key = Optional.ofNullable(context.queryParams().get("key"));
        String name = cache.spec().name();
        if (tag.isPresent() && key.isPresent()) {
            refuse(context, malformed("tag", "Name a tag or a key, not both."));
        } else if (tag.isPresent()) {
            purge(context, cache, "tag", tag.get());
        } else if (key.isPresent()) {
            purgeKey(context, cache, key.get());
        } else {
            audit(context, "purges", name, "all");
            caches.flush(name);
            answer(context, 200, new Purged(name, "all"));
        }
    }

    private void purge(RoutingContext context, TieredCache<?, ?> cache, String kind, String tag) {
        if (!tag.matches("[!-+\\--~]{1,200}")) {
            refuse(context, malformed(kind, "A tag has neither blanks nor commas."));
            return;
        }
        String name = cache.spec().name();
        audit(context, "purges", name, tag);
        caches.purge(tag);
        answer(context, 200, new Purged(name, tag));
    }

    /** A key dies with whatever else depends on what it depends on. */
    private void purgeKey(RoutingContext context, TieredCache<?, ?> cache, String key) {
        String home;
        try {
            home = cache.tagsOf(key).getFirst();
        } catch (RuntimeException _) {
            String meaning = cache.spec().keys().meaning();
            refuse(context, malformed("key", "A key of this cache is " + meaning + "."));
            return;
        }
        purge(context, cache, "key", home);
    }

    private void warm(RoutingContext context, TieredCache<?, ?> cache) {
        int keys = warmer.hottest(cache, cache.spec().warmed()).size();
        audit(context, "warms", cache.spec().name(), keys + " keys");
        warmer.warmLater(cache);
        answer(context, 202, new Warming(cache.spec().name(), keys));
    }

    private static void audit(RoutingContext context, String does, String cache, String what) {
        AUDIT.infof(
                "an operator at %s %s the cache %s: %s",
                context.request().remoteAddress().hostAddress(), does, cache, what);
    }

    private static Problem malformed(String parameter, String message) {
        return PlatformProblem.MALFORMED_REQUEST.with(message).because(parameter, "form", message);
    }

    private static void refuse(RoutingContext context, Problem problem) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Buffer.buffer(problem.toJson()));
    }

    private void answer(RoutingContext context, int status, Object body) {
        try {
            context.response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures are always writable", e);
        }
    }
}
