package com.rechain.dao.platform.request;

import com.rechain.dao.platform.id.Ids;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides which id a request goes by: the caller's own where it is harmless, a new one otherwise.
 */
public final class RequestIds {
    /** The header that carries it in both directions. */
    public static final String HEADER = "X-Request-Id";

    // Short and plain, so that it can be logged and echoed as it is.
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    /** {@code offered} when it may be echoed and logged, else a new id. */
    public static String acceptOrMake(@Nullable String offered) {
        return offered != null && ACCEPTED.matcher(offered).matches()
                ? offered
                : Ids.next().toString();
    }
}
