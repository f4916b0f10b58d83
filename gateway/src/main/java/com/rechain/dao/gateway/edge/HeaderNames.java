package com.rechain.dao.gateway.edge;

import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which header fields end at the gateway. */
final class HeaderNames {
    /** RFC 9110, 7.6.1, and the older ones that still turn up. */
    private static final FieldNames HOP_BY_HOP =
            FieldNames.of(
                    "Connection",
                    "Keep-Alive",
                    "Proxy-Authenticate",
                    "Proxy-Authorization",
                    "Proxy-Connection",
                    "TE",
                    "Trailer",
                    "Transfer-Encoding",
                    "Upgrade",
                    "HTTP2-Settings");

    /**
     * What the gateway says itself, and what could make a service take another request than this.
     */
    private static final FieldNames OURS =
            FieldNames.of(
                    "Host",
                    "Content-Length",
                    "Expect",
                    "Forwarded",
                    "Via",
                    "X-Request-Id",
                    "traceparent",
                    "Dao-Deadline-Ms",
                    "X-Real-IP",
                    "X-Client-IP",
                    "X-Cluster-Client-IP",
                    "True-Client-IP",
                    "CF-Connecting-IP",
                    "X-Rewrite-URL",
                    "X-HTTP-Method",
                    "X-HTTP-Method-Override",
                    "X-Method-Override");

    private static final List<String> OUR_PREFIXES =
            List.of("X-Forwarded-", "X-User-", "X-Original-", "X-Envoy-", "Dao-Internal-");

    /** What tells of our inside; {@code Cache-Tag} is for the micro-cache alone. */
    private static final FieldNames TELLTALE =
            FieldNames.of("Server", "X-Powered-By", "Via", "Cache-Tag", RequestHeaders.REQUEST_ID);

    private HeaderNames() {}

    /** Whether a caller's header of this name is dropped. */
    static boolean endsHereOnTheWayIn(CharSequence name) {
        // Some stacks read an underscore as a hyphen.
        CharSequence plain =
                AsciiString.indexOf(name, '_', 0) < 0 ? name : name.toString().replace('_', '-');
        return HOP_BY_HOP.contains(plain) || OURS.contains(plain) || hasOurPrefix(plain);
    }

    /** Whether a service's header of this name is dropped. */
    static boolean endsHereOnTheWayOut(CharSequence name) {
        return HOP_BY_HOP.contains(name)
                || TELLTALE.contains(name)
                || startsWith(name, "Dao-Internal-");
    }

    /** The further names that {@code Connection} declares to be for one hop only. */
    static Set<String> namedByConnection(MultiMap headers) {
        String first = headers.get(HttpHeaders.CONNECTION);
        if (first == null
                || first.equalsIgnoreCase("keep-alive")
                || first.equalsIgnoreCase("close")) {
            return Set.of();
        }
        Set<String> names = ignoringCase();
        for (String value : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : value.split(",")) {
                names.add(name.trim());
            }
        }
        return names;
    }

    private static boolean hasOurPrefix(CharSequence name) {
        for (int i = 0; i < OUR_PREFIXES.size(); i++) {
            if (startsWith(name, OUR_PREFIXES.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(CharSequence name, String prefix) {
        return name.length() > prefix.length()
                && AsciiString.regionMatches(name, true, 0, prefix, 0, prefix.length());
    }

    private static Set<String> ignoringCase(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }
}
