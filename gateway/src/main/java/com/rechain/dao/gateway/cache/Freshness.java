package com.rechain.dao.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long an answer may be handed out, as its head says (RFC 9111, 3 and 4.2; RFC 5861), shortened
 * to what the configuration allows. Times in milliseconds from the moment it was made.
 *
 * @param age how old it was when it came
 * @param fresh how long it needs no question
 * @param stale until when it may be handed out while a new one is fetched
 * @param onError until when it may stand in for an error
 */
record Freshness(long age, long fresh, long stale, long onError) {
    private static final int SECOND = 1_000;
    private static final Set<String> IN_THE_KEY =
            Set.of("accept-encoding", "authorization", "freshness-token", "cookie", "origin");

    private static final Set<String> FORBIDDING = Set.of("private", "no-store", "no-cache");

    /** What may be done with an answer of {@code status} with {@code headers}; null: nothing. */
    static @Nullable Freshness of(int status, MultiMap headers, CacheConfig config) {
        boolean negative = status == 404 || status == 410;
        if (status != 200 && !negative
                || headers.contains(HttpHeaders.SET_COOKIE)
                || !variesOnlyByKey(headers.getAll(HttpHeaders.VARY))) {
            return null;
        }
        return read(headers, negative, config);
    }

    /** How long it is of any use. */
    long life() {
        return Math.max(fresh, Math.max(stale, onError));
    }

    private static @Nullable Freshness read(
            MultiMap headers, boolean negative, CacheConfig config) {
        Directives says = Directives.of(headers.getAll(HttpHeaders.CACHE_CONTROL));
        if (!says.isPublic || says.forbidden) {
            return null;
        }
        Duration longest = negative ? config.longestNegative() : config.longestFresh();
        long fresh = millis(says.shared >= 0 ? says.shared : says.maxAge, longest);
        boolean only = negative || says.mustRevalidate;
        long stale = only ? fresh : fresh + millis(says.whileRevalidate, config.longestStale());
        long onError = only ? fresh : fresh + millis(says.ifError, config.longestOnError());
        long age = seconds(headers.get(HttpHeaders.AGE)) * SECOND;
        Freshness freshness = new Freshness(Math.max(0, age), fresh, stale, onError);
        return freshness.life() > freshness.age ? freshness : null;
    }

    private static long millis(long seconds, Duration most) {
        return Math.min(Math.max(0, seconds) * SECOND, most.toMillis());
    }

    private static boolean variesOnlyByKey(List<String> fields) {
        for (String field : fields) {
            for (String name : field.split(",", -1)) {
                String plain = name.trim().toLowerCase(Locale.ROOT);
                if (!plain.isEmpty() && !IN_THE_KEY.contains(plain)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Seconds as they stand in a field; -1 for what is none. Nothing is older than 68 years. */
    private static long seconds(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        return text.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(text);
    }

    /** The directives of {@code Cache-Control} that matter here; of one said twice the first. */
    private static final class Directives {
        private boolean isPublic;
        private boolean forbidden;
        private boolean mustRevalidate;
        private long shared = -1;
        private long maxAge = -1;
        private long whileRevalidate = -1;
        private long ifError = -1;

        static Directives of(List<String> fields) {
            Directives says = new Directives();
            for (String field : fields) {
                for (String directive : field.split(",", -1)) {
                    says.read(directive.trim());
                }
            }
            return says;
        }

        private void read(String directive) {
            int equals = directive.indexOf('=');
            String name = equals < 0 ? directive : directive.substring(0, equals);
            String value = equals < 0 ? null : directive.substring(equals + 1).replace("\"", "");
            switch (name.trim().toLowerCase(Locale.ROOT)) {
                case "public" -> isPublic = true;
                case "must-revalidate", "proxy-revalidate" -> mustRevalidate = true;
                case "s-maxage" -> shared = first(shared, value);
                case "max-age" -> maxAge = first(maxAge, value);
                case "stale-while-revalidate" -> whileRevalidate = first(whileRevalidate, value);
                case "stale-if-error" -> ifError = first(ifError, value);
                case String other -> forbidden |= FORBIDDING.contains(other);
            }
        }

        private static long first(long held, @Nullable String value) {
            return held >= 0 ? held : Math.max(0, seconds(value));
        }
    }
}
