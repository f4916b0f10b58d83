package com.rechain.dao.gateway.route;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the route of a path, segment by segment, without making garbage. Immutable. */
public final class RouteTable {
    private static final String ANY = "*";
    private static final String ALL_BELOW = "**";

    private final List<Route> routes;
    private final Node root = new Node("");

    private RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
        this.routes.forEach(this::plant);
    }

    /**
     * @throws IllegalArgumentException when two routes have the same template
     */
    public static RouteTable of(List<Route> routes) {
        return new RouteTable(routes);
    }

    /** All routes, in the order of their declaration. */
    public List<Route> routes() {
        return routes;
    }

    /**
     * The most specific route for {@code uri}, whose query is not looked at; null where nothing
     * public is there. A literal segment is more specific than any, any than all below.
     */
    public @Nullable Route find(String uri) {
        int end = pathEnd(uri);
        Node node = root;
        Route best = null;
        for (int from = 1; from <= end; ) {
            int to = segmentEnd(uri, from, end);
            node = node.child(uri, from, to);
            if (node == null) {
                return best;
            }
            best = node.below == null ? best : node.below;
            if (to == end) {
                return node.here == null ? best : node.here;
            }
            from = to + 1;
        }
        return best;
    }

    private static int pathEnd(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri.length() : query;
    }

    private static int segmentEnd(String uri, int from, int end) {
        int slash = uri.indexOf('/', from);
        return slash < 0 || slash > end ? end : slash;
    }

    private void plant(Route route) {
        String[] segments = route.template().substring(1).split("/");
        Node node = root;
        for (String segment : segments) {
            if (segment.equals(ALL_BELOW)) {
                node.putBelow(route);
                return;
            }
            node = node.childFor(segment);
        }
        node.putHere(route);
    }

    private static final class Node {
        private final String segment;
        private final List<Node> literals = new ArrayList<>();
        private @Nullable Node any;
        private @Nullable Route here;
        private @Nullable Route below;

        Node(String segment) {
            this.segment = segment;
        }

        @Nullable Node child(String uri, int from, int to) {
            for (int i = 0; i < literals.size(); i++) {
                Node literal = literals.get(i);
                if (literal.segment.length() == to - from
                        && uri.startsWith(literal.segment, from)) {
                    return literal;
                }
            }
            return to > from ? any : null;
        }

        Node childFor(String name) {
            if (name.equals(ANY)) {
                any = any == null ? new Node(ANY) : any;
                return any;
            }
            Node known = child(name, 0, name.length());
            if (known != null && known != any) {
                return known;
            }
            Node added = new Node(name);
            literals.add(added);
            return added;
        }

        void putHere(Route route) {
            refuseTwice(here, route);
            here = route;
        }

        void putBelow(Route route) {
            refuseTwice(below, route);
            below = route;
        }

        private static void refuseTwice(@Nullable Route present, Route route) {
            if (present != null) {
                throw new IllegalArgumentException("declared twice: " + route.template());
            }
        }
    }
}
