package com.rechain.dao.platform.replica;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How fresh the answer to the request at hand must be. */
@ApplicationScoped
public class Freshness {
    private final CurrentVertxRequest current;
    private final String service;

    Freshness(
            CurrentVertxRequest current,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.current = current;
        this.service = service;
    }

    /**
     * The instant of which everything committed before must show, in microseconds; 0 outside a
     * request.
     */
    public long required() {
        RoutingContext request = request();
        return request == null
                ? 0
                : FreshnessToken.required(
                        request.request().headers().getAll(FreshnessToken.HEADER), service);
    }

    private @Nullable RoutingContext request() {
        try {
            return current.getCurrent();
        } catch (ContextNotActiveException _) {
            return null;
        }
    }
}
