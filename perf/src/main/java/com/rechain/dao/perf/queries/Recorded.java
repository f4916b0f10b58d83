package com.rechain.dao.perf.queries;

import java.util.List;
import java.util.Locale;

/**
 * A statement of a service.
 *
 * @param shape what it is known by: lists of any length are one
 * @param site the class that it is from
 * @param parameters what a test gave, as {@code kind:value}
 */
record Recorded(String service, String shape, String site, String sql, List<String> parameters) {
    /** What kind of statement it is. */
    enum Verb {
        SELECT,
        INSERT,
        UPDATE,
        DELETE,
        REPLACE
    }

    Verb verb() {
        return Verb.valueOf(sql.substring(0, sql.indexOf(' ')).toUpperCase(Locale.ROOT));
    }

    /** Whether there is a plan to speak of: rows that are only put in are looked up by no one. */
    boolean hasPlan() {
        return verb() != Verb.REPLACE
                && (verb() != Verb.INSERT || sql.toUpperCase(Locale.ROOT).contains(" SELECT "));
    }

    /** The class without its package, and the start of the statement. */
    String title() {
        String name = site.substring(site.lastIndexOf('.') + 1);
        return name + ": " + (sql.length() <= 70 ? sql : sql.substring(0, 69) + "…");
    }
}
