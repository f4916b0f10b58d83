package com.rechain.dao.platform.cache;

/**
 * Names of what cached answers depend on: a kind, or one thing of a kind as {@code kind:id}. They
 * hold neither blanks nor commas.
 */
public final class Tags {
    private static final String CACHE = "cache";

    private Tags() {}

    /** The tag of one thing. */
    public static String of(String kind, Object id) {
        return kind + ":" + id;
    }

    /** The tag of everything that the cache {@code name} holds. */
    static String ofCache(String name) {
        return of(CACHE, name);
    }

    static String kind(String tag) {
        int colon = tag.indexOf(':');
        return colon < 0 ? tag : tag.substring(0, colon);
    }
}
