package com.rechain.dao.gateway.route;

import io.vertx.core.http.HttpMethod;
import java.util.Set;

/**
 * A part of the public path space and the service it belongs to.
 *
 * @param template path segments, {@code *} for any one, {@code **} at the end for this and all
 *     below
 * @param methods the methods it takes
 * @param priority who goes first when not everybody can be served
 */
public record Route(
        String template,
        Service service,
        Traffic traffic,
        Set<HttpMethod> methods,
        Priority priority) {
    public Route {
        methods = Set.copyOf(methods);
    }

    /** A route of no special priority. */
    public Route(String template, Service service, Traffic traffic, Set<HttpMethod> methods) {
        this(template, service, traffic, methods, Priority.OTHER);
    }

    /** The same route of another priority. */
    Route of(Priority other) {
        return new Route(template, service, traffic, methods, other);
    }

    /** The priority of {@code method}: what only reads comes after what does something. */
    public Priority priorityOf(HttpMethod method) {
        return priority == Priority.OTHER && (method == HttpMethod.GET || method == HttpMethod.HEAD)
                ? Priority.LIST
                : priority;
    }
}
