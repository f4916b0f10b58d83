package com.rechain.dao.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Set;

/** Writes the head that the caller gets: the service's fields, and what every answer must carry. */
public final class ResponseHeaders {
    private static final CharSequence ID = HttpHeaders.createOptimized(RequestHeaders.REQUEST_ID);
    private static final CharSequence NO_SNIFFING =
            HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence FRAMES = HttpHeaders.createOptimized("X-Frame-Options");
    private static final CharSequence CONTENT_POLICY =
            HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence TRANSPORT =
            HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence NOTHING_LOADED =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence DENY = HttpHeaders.createOptimized("DENY");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence TWO_YEARS =
            HttpHeaders.createOptimized("max-age=63072000; includeSubDomains");

    private ResponseHeaders() {}

    /** Copies a service's fields {@code from}, then adds what is missing. */
    public static void write(Call call, MultiMap from, MultiMap to) {
        copy(from, to);
        addMissing(call, to);
    }

    /** Copies a service's fields {@code from}, those left out that end here. */
    public static void copy(MultiMap from, MultiMap to) {
        Set<String> oneHop = HeaderNames.namedByConnection(from);
        Fields.each(
                from,
                (name, value) -> {
                    if (!HeaderNames.endsHereOnTheWayOut(name)
                            && (oneHop.isEmpty() || !oneHop.contains(name.toString()))) {
                        to.add(name, value);
                    }
                });
    }

    /** Adds what every answer carries, where {@code to} does not say otherwise yet. */
    public static void addMissing(Call call, MultiMap to) {
        addFixed(to);
        if (isPersonal(call.request().headers(), to)) {
            addWhereMissing(to, HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
        addOwn(call, to);
    }

    /** Adds what is the same in every answer. */
    public static void addFixed(MultiMap to) {
        to.set(NO_SNIFFING, NOSNIFF);
        addWhereMissing(to, REFERRER, NO_REFERRER);
        addWhereMissing(to, FRAMES, DENY);
        addWhereMissing(to, CONTENT_POLICY, NOTHING_LOADED);
    }

    /** Adds what is said to this caller alone. */
    public static void addOwn(Call call, MultiMap to) {
        to.set(ID, call.requestId());
        if (call.isSecure()) {
            to.set(TRANSPORT, TWO_YEARS);
        }
        if (call.isLastOfConnection()) {
            to.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    private static boolean isPersonal(MultiMap request, MultiMap response) {
        return request.contains(HttpHeaders.AUTHORIZATION)
                || request.contains(HttpHeaders.COOKIE)
                || response.contains(HttpHeaders.SET_COOKIE);
    }

    private static void addWhereMissing(MultiMap to, CharSequence name, CharSequence value) {
        if (!to.contains(name)) {
            to.set(name, value);
        }
    }
}
