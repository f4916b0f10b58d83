package com.rechain.dao.user.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests that a page of ours, or a program, has made from those that another site has made
 * a browser send along with our cookie.
 */
public final class SameOrigin {
    /** A header that no form can set; a program without a browser sends it with any value. */
    public static final String CUSTOM_HEADER = "X-Requested-With";

    private SameOrigin() {}

    /** Whether {@code request} may act on a cookie. */
    public static boolean holds(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        if (origin != null) {
            return isOwn(origin, request.authority());
        }
        String custom = request.getHeader(CUSTOM_HEADER);
        return custom != null && !custom.isBlank();
    }

    private static boolean isOwn(String origin, @Nullable HostAndPort authority) {
        try {
            String host = URI.create(origin).getAuthority();
            return authority != null && host != null && host.equalsIgnoreCase(authority.toString());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
