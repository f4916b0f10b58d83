package com.rechain.dao.gateway.server;

import com.rechain.dao.gateway.auth.KeyRefresh;
import com.rechain.dao.gateway.cache.PurgeListener;
import com.rechain.dao.gateway.health.ActiveChecks;
import com.rechain.dao.gateway.upstream.Upstreams;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What goes on beside the requests: names resolved, instances asked, keys and purges fetched. */
final class Surroundings extends AbstractVerticle {
    private static final Logger LOG = Logger.getLogger(Surroundings.class);

    private final Upstreams upstreams;
    private final KeyRefresh keys;
    private final ActiveChecks checks;
    private final @Nullable PurgeListener purges;
    private final Duration resolveEvery;

    Surroundings(
            Upstreams upstreams,
            KeyRefresh keys,
            ActiveChecks checks,
            @Nullable PurgeListener purges,
            Duration resolveEvery) {
        this.upstreams = upstreams;
        this.keys = keys;
        this.checks = checks;
        this.purges = purges;
        this.resolveEvery = resolveEvery;
    }

    @Override
    public void start(Promise<Void> started) {
        resolve()
                .onComplete(_ -> {
                    keys.start();
                    checks.start();
                    if (purges != null) {
                        purges.start();
                    }
                    started.complete();
                });
        if (upstreams.usesNames()) {
            vertx.setPeriodic(resolveEvery.toMillis(), _ -> resolve());
        }
    }

    @Override
    public void stop() {
        keys.stop();
        checks.stop();
        if (purges != null) {
            purges.stop();
        }
    }

    private Future<Void> resolve() {
        if (!upstreams.usesNames()) {
            return Future.succeededFuture();
        }
        return vertx.<Void>executeBlocking(
                        () -> {
                            upstreams.resolve();
                            return null;
                        })
                .onFailure(failure -> LOG.warn("names not resolved", failure));
    }
}
