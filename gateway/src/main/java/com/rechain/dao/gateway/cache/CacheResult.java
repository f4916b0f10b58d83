package com.rechain.dao.gateway.cache;

import io.vertx.core.http.HttpHeaders;
import java.util.Locale;

/** What the cache did for a request: in metrics, and for the caller in Cache-Status (RFC 9211). */
enum CacheResult {
    /** A fresh answer was there. */
    HIT("hit"),
    /** An old one was handed out while a new one is fetched. */
    STALE("hit"),
    /** An old one was handed out because no new one was to be had. */
    STAND_IN("hit"),
    /** The service was asked, for this request. */
    MISS("fwd=miss"),
    /** The service was asked once, for this request and others. */
    COLLAPSED("fwd=miss; collapsed"),
    /** The last answer could not be shared. */
    PASS("fwd=miss; detail=unshareable"),
    /** It had waited for somebody else's answer for too long. */
    IMPATIENT("fwd=miss; detail=waited"),
    /** The answer could be the caller's own. */
    BYPASS("fwd=bypass");

    private static final String US = "gateway; ";

    private final CharSequence field;

    CacheResult(String what) {
        this.field = HttpHeaders.createOptimized(US + what);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    CharSequence field() {
        return field;
    }

    /** The same for an answer that has been old for {@code seconds}. */
    CharSequence field(long seconds) {
        return field + "; ttl=-" + seconds;
    }
}
