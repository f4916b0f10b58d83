package com.rechain.dao.platform.http;

/** Who may keep an answer, and for how long: the values of {@code Cache-Control}. */
public final class Caching {
    /**
     * Everyone gets the same. Shared caches keep it for a second, hand out the old one for up to 30
     * more while they ask again, and for up to 300 while the answer is an error.
     */
    public static final String FOR_EVERYONE =
            "public, max-age=0, s-maxage=1, stale-while-revalidate=30, stale-if-error=300";

    /** The caller may keep it and asks before each use. */
    public static final String FOR_THE_CALLER = "private, no-cache";

    /** Nobody keeps it. */
    public static final String FOR_NOBODY = "private, no-store";

    private Caching() {}
}
