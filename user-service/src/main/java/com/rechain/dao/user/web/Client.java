package com.rechain.dao.user.web;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, as far as anybody can tell.
 *
 * @param address the network address the gateway saw, or the peer's own
 * @param userAgent what the program calls itself, shortened; empty when it says nothing
 */
public record Client(String address, String userAgent) {
    private static final int MAX_USER_AGENT = 255;
    private static final int MAX_ADDRESS = 64;

    /** The client of {@code request}. */
    public static Client of(HttpServerRequest request) {
        String address =
                request.remoteAddress() == null ? "unknown" : request.remoteAddress().hostAddress();
        return new Client(
                printable(address, MAX_ADDRESS),
                printable(request.getHeader("User-Agent"), MAX_USER_AGENT));
    }

    /** Whether {@code other} looks like the same program at the same place. */
    public boolean looksLike(Client other) {
        return equals(other);
    }

    private static String printable(@Nullable String text, int length) {
        if (text == null) {
            return "";
        }
        String ascii = text.replaceAll("[^\\x20-\\x7e]", "?");
        return ascii.length() <= length ? ascii : ascii.substring(0, length);
    }
}
