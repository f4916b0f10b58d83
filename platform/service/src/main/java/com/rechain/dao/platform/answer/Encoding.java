package com.rechain.dao.platform.answer;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the bytes of an answer are encoded (RFC 9110, 8.4.1), the smallest first. */
public enum Encoding {
    BROTLI("br"),
    GZIP("gzip"),
    IDENTITY("identity");

    private final String token;

    Encoding(String token) {
        this.token = token;
    }

    /** As it is named in {@code Content-Encoding}. */
    public String token() {
        return token;
    }

    /**
     * Makes of the tag of an answer that of its representation in this encoding: tags are strong,
     * so other bytes have another.
     */
    public String tag(String etag) {
        return this == IDENTITY ? etag : etag.substring(0, etag.length() - 1) + '-' + token + '"';
    }

    /** The tag of the answer of which {@code etag} is the tag in some encoding. */
    public static String untagged(String etag) {
        for (Encoding encoding : values()) {
            String suffix = '-' + encoding.token + '"';
            if (etag.endsWith(suffix)) {
                return etag.substring(0, etag.length() - suffix.length()) + '"';
            }
        }
        return etag;
    }

    /** Whether a caller who sent this {@code Accept-Encoding} takes it. */
    boolean isAccepted(@Nullable String acceptEncoding) {
        if (acceptEncoding == null || this == IDENTITY) {
            return this == IDENTITY;
        }
        return weight(acceptEncoding, token).or(() -> weight(acceptEncoding, "*")).orElse(false);
    }

    private static Optional<Boolean> weight(String acceptEncoding, String wanted) {
        for (String part : acceptEncoding.split(",", -1)) {
            String[] pieces = part.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", 2);
            if (pieces[0].equals(wanted)) {
                return Optional.of(pieces.length == 1 || !pieces[1].matches("q\\s*=\\s*0(\\.0*)?"));
            }
        }
        return Optional.empty();
    }
}
