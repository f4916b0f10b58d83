package com.rechain.dao.platform.cache;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Strong entity tags (RFC 9110, 8.8.3): a digest of the bytes, so that equal tags mean equal bytes.
 */
public final class Etags {
    private static final int KEPT_BYTES = 15;

    private Etags() {}

    /** The tag of {@code bytes}, with its quotes. */
    public static String of(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            byte[] kept = Arrays.copyOf(digest, KEPT_BYTES);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(kept) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
