package com.rechain.dao.gateway.cache;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Entity tags (RFC 9110, 8.8.3): made where a service gave none, and compared. */
final class EntityTags {
    private static final int KEPT_BYTES = 15;

    private EntityTags() {}

    /** The strong tag of {@code body}: equal tags mean equal bytes. */
    static String of(Buffer body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
            byte[] kept = Arrays.copyOf(digest, KEPT_BYTES);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(kept) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether {@code ifNoneMatch} names {@code etag}, by the weak comparison. */
    static boolean match(String ifNoneMatch, String etag) {
        if (ifNoneMatch.equals(etag)) {
            return true;
        }
        String opaque = opaque(etag);
        for (int from = 0; from < ifNoneMatch.length(); ) {
            int to = ifNoneMatch.indexOf(',', from);
            to = to < 0 ? ifNoneMatch.length() : to;
            String one = ifNoneMatch.substring(from, to).trim();
            if (one.equals("*") || opaque(one).equals(opaque)) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    private static String opaque(String etag) {
        return etag.startsWith("W/") ? etag.substring(2) : etag;
    }
}
