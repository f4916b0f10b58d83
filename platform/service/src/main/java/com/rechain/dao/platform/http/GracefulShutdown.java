package com.rechain.dao.platform.http;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Lets the requests in flight end before anything they need is taken away, and sends their
 * connections elsewhere. It stands in for {@code quarkus.shutdown.timeout}, which in this version
 * of Quarkus always waits for its whole length.
 */
@Singleton
public class GracefulShutdown {
    private static final Logger LOG = Logger.getLogger(GracefulShutdown.class);
    private static final int FIRST = 1001;

    private final ShutdownConfig config;
    // Each request is a party: the phase advances when the last of them, and we ourselves, have
    // arrived.
    private final Phaser inFlight = new Phaser(1);
    private volatile boolean stopping;

    GracefulShutdown(ShutdownConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FIRST);
    }

    /** Before every other observer: they stop what requests still need. */
    void drain(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        int phase = inFlight.arriveAndDeregister();
        try {
            inFlight.awaitAdvanceInterruptibly(
                    phase, config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            LOG.warnf(
                    "%d requests did not end within %s",
                    inFlight.getUnarrivedParties(), config.timeout());
        }
    }

    /** How many requests are under way. */
    int underWay() {
        return inFlight.getRegisteredParties() - (stopping ? 0 : 1);
    }

    private void watch(RoutingContext context) {
        if (stopping) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        if (enter()) {
            context.addEndHandler(_ -> leave());
        }
        context.next();
    }

    /**
     * Whether the request that begins is counted; once the last one has ended nobody waits any
     * more.
     */
    boolean enter() {
        return inFlight.register() >= 0;
    }

    void leave() {
        inFlight.arriveAndDeregister();
    }
}
