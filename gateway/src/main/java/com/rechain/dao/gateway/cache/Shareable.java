package com.rechain.dao.gateway.cache;

import com.rechain.dao.gateway.edge.Call;
import com.rechain.dao.gateway.route.Route;
import com.rechain.dao.gateway.route.Traffic;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests that any stranger could have made from those that may get something of their own:
 * a token or a cookie names the caller, a freshness token asks for the caller's own writes, a range
 * or a condition for a part, an origin for leave to read. Only the former meet the cache, and only
 * what is in the key is sent to the service for them: nothing a caller sends can change an answer
 * that others get.
 */
final class Shareable {
    private static final CharSequence FRESHNESS = HttpHeaders.createOptimized("Freshness-Token");

    private static final CharSequence[] OF_ONES_OWN = {
        HttpHeaders.AUTHORIZATION,
        FRESHNESS,
        HttpHeaders.COOKIE,
        HttpHeaders.createOptimized("Range"),
        HttpHeaders.IF_MATCH,
        HttpHeaders.IF_MODIFIED_SINCE,
        HttpHeaders.createOptimized("If-Unmodified-Since"),
        HttpHeaders.ORIGIN
    };

    private Shareable() {}

    /** Whether the answer to {@code call} on {@code route} may be shared. */
    static boolean test(Call call, Route route) {
        if (call.hasBody() || route.traffic() != Traffic.PLAIN) {
            return false;
        }
        MultiMap headers = call.request().headers();
        for (CharSequence name : OF_ONES_OWN) {
            if (headers.contains(name)) {
                return false;
            }
        }
        return takesJson(headers.get(HttpHeaders.ACCEPT))
                && !says(headers.get(HttpHeaders.CACHE_CONTROL), "no-store");
    }

    /** Whether {@code call} only reads what there is. */
    static boolean isRead(Call call) {
        return call.request().method() == HttpMethod.GET;
    }

    /** Whether the caller wants an answer that is made for this request. */
    static boolean wantsNew(Call call) {
        return says(call.request().headers().get(HttpHeaders.CACHE_CONTROL), "no-cache");
    }

    // Services speak JSON. Whoever asks for something else hears from the service that there is
    // none.
    private static boolean takesJson(@Nullable String accept) {
        return accept == null || accept.contains("*/*") || accept.contains("json");
    }

    private static boolean says(@Nullable String cacheControl, String directive) {
        return cacheControl != null && cacheControl.contains(directive);
    }
}
