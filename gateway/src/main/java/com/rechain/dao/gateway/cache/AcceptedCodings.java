package com.rechain.dao.gateway.cache;

import org.jspecify.annotations.Nullable;

/**
 * Which of the content codings that services use a caller takes (RFC 9110, 12.5.3), as one of four
 * variants, so that a thousand spellings share four answers.
 */
final class AcceptedCodings {
    static final int GZIP = 1;
    static final int BROTLI = 2;

    private static final String[] FIELDS = {"identity", "gzip", "br", "br, gzip"};
    private static final int NEITHER_NOR = -1;

    private AcceptedCodings() {}

    /** The variant that {@code field} asks for; -1 when it refuses even the plain form. */
    static int variant(@Nullable String field) {
        if (field == null || field.isEmpty()) {
            return 0;
        }
        int accepted = 0;
        int named = 0;
        boolean others = false;
        for (int from = 0; from < field.length(); ) {
            int to = end(field, from);
            int coding = coding(field, from, to);
            boolean refused = isRefused(field, from, to);
            if (coding == NEITHER_NOR && refused) {
                return NEITHER_NOR;
            }
            named |= Math.max(0, coding);
            accepted |= refused ? 0 : Math.max(0, coding);
            others |= !refused && startsWith(field, from, to, "*");
            from = to + 1;
        }
        return others ? accepted | (GZIP | BROTLI) & ~named : accepted;
    }

    /** What is asked of the service for this variant. */
    static String field(int variant) {
        return FIELDS[variant];
    }

    private static int coding(String field, int from, int to) {
        if (startsWith(field, from, to, "gzip") || startsWith(field, from, to, "x-gzip")) {
            return GZIP;
        }
        if (startsWith(field, from, to, "br")) {
            return BROTLI;
        }
        // Only a refusal of these says more than silence would.
        return startsWith(field, from, to, "identity") || startsWith(field, from, to, "*")
                ? NEITHER_NOR
                : 0;
    }

    private static boolean startsWith(String field, int from, int to, String name) {
        int at = skipBlanks(field, from, to);
        int end = at + name.length();
        return field.regionMatches(true, at, name, 0, name.length())
                && end <= to
                && (end == to || field.charAt(end) == ';' || field.charAt(end) == ' ');
    }

    /** Whether the weight is zero: {@code q=0}, {@code q=0.0} and so on. */
    private static boolean isRefused(String field, int from, int to) {
        int semicolon = field.indexOf(';', from);
        if (semicolon < 0 || semicolon >= to) {
            return false;
        }
        int at = skipBlanks(field, semicolon + 1, to);
        if (at + 3 > to || !field.regionMatches(true, at, "q=0", 0, 3)) {
            return false;
        }
        for (int i = at + 3; i < to; i++) {
            char c = field.charAt(i);
            if (c >= '1' && c <= '9') {
                return false;
            }
        }
        return true;
    }

    private static int skipBlanks(String field, int from, int to) {
        int at = from;
        while (at < to && (field.charAt(at) == ' ' || field.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int end(String field, int from) {
        int comma = field.indexOf(',', from);
        return comma < 0 ? field.length() : comma;
    }
}
