package com.rechain.dao.platform.security;

import java.util.Base64;

/**
 * The compact serialization of a JWS (RFC 7515, 7.1), strictly: three parts of base64url, and only
 * one way to write a signature. Decoders pass over characters that do not belong, so that one
 * signature could be written in endless ways, each of them a new key of a cache.
 */
final class CompactForm {
    private static final int PARTS = 3;

    private CompactForm() {}

    static boolean isStrict(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return false;
        }
        for (String part : parts) {
            if (!isBase64Url(part)) {
                return false;
            }
        }
        return isCanonical(parts[PARTS - 1]);
    }

    private static boolean isBase64Url(String part) {
        return !part.isEmpty()
                && part.chars()
                        .allMatch(c ->
                                (c >= 'A' && c <= 'Z')
                                        || (c >= 'a' && c <= 'z')
                                        || (c >= '0' && c <= '9')
                                        || c == '-'
                                        || c == '_');
    }

    /**
     * Whether the bits that the last character has too many are zero, as an encoder leaves them.
     */
    private static boolean isCanonical(String part) {
        if (part.length() % 4 == 1) {
            return false;
        }
        byte[] bytes = Base64.getUrlDecoder().decode(part);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
    }
}
