package com.rechain.dao.gateway.route;

import static com.rechain.dao.gateway.route.Service.PROPOSAL;
import static com.rechain.dao.gateway.route.Service.USER;
import static com.rechain.dao.gateway.route.Service.VOTING;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Set;

/** Everything that is reachable from outside; what is not listed here does not exist. */
public final class PublicRoutes {
    /** The methods the gateway passes on at all. */
    public static final Set<HttpMethod> METHODS =
            Set.of(
                    HttpMethod.GET,
                    HttpMethod.HEAD,
                    HttpMethod.OPTIONS,
                    HttpMethod.POST,
                    HttpMethod.PUT,
                    HttpMethod.PATCH,
                    HttpMethod.DELETE);

    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private PublicRoutes() {}

    /**
     * The table of all routes; of two that match, the more specific one holds. What something is
     * promised for has a line of its own, because answers are timed by the line.
     */
    public static RouteTable table() {
        return RouteTable.of(
                List.of(
                        reading("/.well-known/jwks.json", USER),
                        plain("/api/v1/auth/**", USER),
                        plain("/api/v1/auth/login", USER),
                        plain("/api/v1/users/**", USER),
                        plain("/api/v1/spaces/**", USER),
                        new Route("/api/v1/spaces/*/weights", USER, Traffic.BULK, METHODS)
                                .of(Priority.EXPORT),
                        plain("/api/v1/proposals", PROPOSAL),
                        plain("/api/v1/proposals/**", PROPOSAL),
                        plain("/api/v1/proposals/*/attachments", PROPOSAL),
                        plain("/api/v1/proposals/*/ballot", VOTING).of(Priority.VOTE),
                        plain("/api/v1/proposals/*/ballot/**", VOTING).of(Priority.VOTE),
                        plain("/api/v1/proposals/*/ballots/**", VOTING).of(Priority.EXPORT),
                        reading("/api/v1/proposals/*/tally", VOTING),
                        reading("/api/v1/proposals/*/result", VOTING),
                        reading("/api/v1/proposals/*/electorate/**", VOTING).of(Priority.EXPORT),
                        new Route("/api/v1/proposals/*/stream", VOTING, Traffic.STREAM, READING),
                        reading("/api/v1/log/**", VOTING).of(Priority.EXPORT),
                        reading("/api/v1/receipts/**", VOTING),
                        reading("/api/v1/users/me/ballots", VOTING),
                        reading("/api/v1/users/me/todo", VOTING)));
    }

    /** The name of {@code method} in metrics and traces, one of a few. */
    public static String nameOf(HttpMethod method) {
        return METHODS.contains(method) ? method.name() : "OTHER";
    }

    private static Route plain(String template, Service service) {
        return new Route(template, service, Traffic.PLAIN, METHODS);
    }

    private static Route reading(String template, Service service) {
        return new Route(template, service, Traffic.PLAIN, READING);
    }
}
