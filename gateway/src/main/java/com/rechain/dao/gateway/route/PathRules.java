package com.rechain.dao.gateway.route;

import org.jspecify.annotations.Nullable;

/**
 * Refuses request targets that a service could read as another path than the one that was routed:
 * dot segments, empty segments, encoded slashes, path parameters, escapes of characters that need
 * none, and escapes that are no UTF-8. What remains reads the same before and after normalising.
 */
public final class PathRules {
    private PathRules() {}

    /** Why {@code uri} is refused, in words for the caller; null when it is plain. */
    public static @Nullable String reasonToRefuse(String uri) {
        if (uri.isEmpty() || uri.charAt(0) != '/') {
            return "The request target must be a path.";
        }
        int query = uri.indexOf('?');
        int end = query < 0 ? uri.length() : query;
        String reason = inPath(uri, end);
        return reason != null || query < 0 ? reason : inQuery(uri, query + 1);
    }

    private static @Nullable String inPath(String uri, int end) {
        boolean escapes = false;
        for (int i = 0; i < end; i++) {
            char c = uri.charAt(i);
            if (!isPathCharacter(c)) {
                return "The path has a character that is not allowed there.";
            }
            if (c == '/' && isAmbiguousSegment(uri, i + 1, end)) {
                return "The path has an empty or a dot segment.";
            }
            escapes |= c == '%';
        }
        return escapes ? inEscapes(uri, 0, end, true) : null;
    }

    private static @Nullable String inQuery(String uri, int from) {
        boolean escapes = false;
        for (int i = from; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '#') {
                return "The query has a character that is not allowed there.";
            }
            escapes |= c == '%';
        }
        return escapes ? inEscapes(uri, from, uri.length(), false) : null;
    }

    private static boolean isPathCharacter(char c) {
        return switch (c) {
            case ';', '\\', '#', '"', '<', '>', '^', '`', '{', '|', '}' -> false;
            default -> c > ' ' && c < 0x7f;
        };
    }

    /** Whether the segment that begins at {@code from} is empty (but not the last), "." or "..". */
    private static boolean isAmbiguousSegment(String uri, int from, int end) {
        int to = from;
        while (to < end && uri.charAt(to) == '.') {
            to++;
        }
        boolean segmentEnds = to == end || uri.charAt(to) == '/';
        if (!segmentEnds) {
            return false;
        }
        int dots = to - from;
        return dots == 0 ? to < end : dots <= 2;
    }

    private static @Nullable String inEscapes(String uri, int from, int end, boolean inPath) {
        Utf8Check utf8 = new Utf8Check();
        for (int i = from; i < end; i++) {
            if (uri.charAt(i) != '%') {
                if (!utf8.complete()) {
                    return Utf8Check.REASON;
                }
                continue;
            }
            int octet = octet(uri, i, end);
            if (octet < 0 || !utf8.accept(octet)) {
                return octet < 0
                        ? "A percent sign is not followed by two digits."
                        : Utf8Check.REASON;
            }
            if (inPath && octet < 0x80 && !mayBeEscapedInPath(octet)) {
                return "The path escapes a character that must not be escaped.";
            }
            i += 2;
        }
        return utf8.complete() ? null : Utf8Check.REASON;
    }

    private static int octet(String uri, int percent, int end) {
        if (percent + 2 >= end) {
            return -1;
        }
        int high = Character.digit(uri.charAt(percent + 1), 16);
        int low = Character.digit(uri.charAt(percent + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    // Unreserved characters read the same escaped or not, so an escape only hides them; the rest of
    // the refused ones change the path's structure once they are unescaped.
    private static boolean mayBeEscapedInPath(int octet) {
        boolean unreserved =
                octet >= 'a' && octet <= 'z'
                        || octet >= 'A' && octet <= 'Z'
                        || octet >= '0' && octet <= '9'
                        || octet == '-'
                        || octet == '.'
                        || octet == '_'
                        || octet == '~';
        boolean structural =
                octet == '/'
                        || octet == '\\'
                        || octet == ';'
                        || octet == '%'
                        || octet == '?'
                        || octet == '#';
        return octet >= ' ' && octet != 0x7f && !unreserved && !structural;
    }
}
