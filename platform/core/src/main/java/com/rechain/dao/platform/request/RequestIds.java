package com.rechain.dao.platform.request;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
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
        return offered != null && ACCEPTED.matcher(offered).matches() ? offered : make();
    }

    // Nothing is stored by it and nobody is let in for it: it need not be hard to guess, and the
    // generator of ids takes a lock and asks the operating system for chance.
    private static String make() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong() & ~0xf000L | 0x4000L;
        long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
