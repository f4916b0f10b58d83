package com.rechain.dao.user.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A refresh token itself: 256 random bits that say nothing. */
public record RefreshSecret(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 32;

    /** A new one. */
    static RefreshSecret make() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return new RefreshSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The one in {@code text}, or empty where that has another form. */
    public static Optional<RefreshSecret> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new RefreshSecret(text))
                : Optional.empty();
    }

    /** SHA-256, which is enough for 256 random bits: there is nothing to guess. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return "RefreshSecret[…]";
    }
}
