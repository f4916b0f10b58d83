package com.rechain.dao.gateway.route;

import io.vertx.core.http.HttpMethod;
import java.util.Set;

/**
 * A part of the public path space and the service it belongs to.
 *
 * @param template path segments, {@code *} for any one, {@code **} at the end for this and all
 *     below
 * @param methods the methods it takes
 */
public record Route(String template, Service service, Traffic traffic, Set<HttpMethod> methods) {
    public Route {
        methods = Set.copyOf(methods);
    }
}
