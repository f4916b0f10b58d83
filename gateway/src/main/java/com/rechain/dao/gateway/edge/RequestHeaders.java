package com.rechain.dao.gateway.edge;

import com.rechain.dao.platform.request.RequestIds;
import com.rechain.dao.platform.request.TraceContext;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Set;

/**
 * Writes the head that a service gets: the caller's fields without those of one hop and those that
 * only the gateway may say, then the gateway's own.
 */
public final class RequestHeaders {
    static final String REQUEST_ID = RequestIds.HEADER;

    private static final CharSequence FORWARDED_FOR =
            HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED_PROTO =
            HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence FORWARDED_HOST =
            HttpHeaders.createOptimized("X-Forwarded-Host");
    private static final CharSequence DEADLINE = HttpHeaders.createOptimized("Dao-Deadline-Ms");
    private static final CharSequence ID = HttpHeaders.createOptimized(REQUEST_ID);
    private static final CharSequence TRACE = HttpHeaders.createOptimized(TraceContext.HEADER);

    private final TrustedProxies proxies;

    public RequestHeaders(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /** Notes what a trusted proxy says about how the caller came. */
    public void readForwarding(Call call) {
        if ("https".equals(call.request().getHeader(FORWARDED_PROTO)) && comesFromProxy(call)) {
            call.cameByTls();
        }
    }

    /** Fills {@code to} for {@code call}; the answer is awaited for {@code remaining} more ms. */
    public void write(Call call, MultiMap to, long remaining) {
        MultiMap from = call.request().headers();
        Set<String> oneHop = HeaderNames.namedByConnection(from);
        Fields.each(
                from,
                (name, value) -> {
                    if (!HeaderNames.endsHereOnTheWayIn(name)
                            && (oneHop.isEmpty() || !oneHop.contains(name.toString()))) {
                        to.add(name, value);
                    }
                });
        if (call.isMultiplexed()) {
            joinCookies(from, to);
        }
        writeOwn(call, to, remaining);
    }

    // HTTP/2 may send them one by one, which no other version knows (RFC 9113, 8.2.3).
    private static void joinCookies(MultiMap from, MultiMap to) {
        List<String> cookies = from.getAll(HttpHeaders.COOKIE);
        if (cookies.size() > 1) {
            to.set(HttpHeaders.COOKIE, String.join("; ", cookies));
        }
    }

    /** The same without any of the caller's fields: what {@code call} may share with others. */
    public void writeOwn(Call call, MultiMap to, long remaining) {
        writeForwarding(call, to);
        to.set(ID, call.requestId());
        to.set(TRACE, call.trace().traceparent());
        to.set(DEADLINE, Long.toString(remaining));
    }

    private void writeForwarding(Call call, MultiMap to) {
        MultiMap from = call.request().headers();
        String peer = call.request().remoteAddress().hostAddress();
        boolean proxied = comesFromProxy(call);
        List<String> before = proxied ? from.getAll(FORWARDED_FOR) : List.of();
        to.set(FORWARDED_FOR, String.join(", ", proxies.chainFromCaller(before, peer)));
        to.set(FORWARDED_PROTO, call.isSecure() ? "https" : "http");
        String host = call.host();
        String proxiedHost = proxied ? from.get(FORWARDED_HOST) : null;
        if (proxiedHost != null || host != null) {
            to.set(FORWARDED_HOST, proxiedHost != null ? proxiedHost : host);
        }
    }

    private boolean comesFromProxy(Call call) {
        return proxies.trust(call.request().remoteAddress().hostAddress());
    }
}
