package com.rechain.dao.platform.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells who knows the internal secret; without one nobody does. */
public final class InternalSecret {
    private InternalSecret() {}

    /** Whether {@code offered} is the secret; compared in constant time. */
    public static boolean isKnown(InternalConfig config, @Nullable String offered) {
        Optional<String> secret = config.secret().filter(text -> !text.isBlank());
        return offered != null
                && secret.isPresent()
                && MessageDigest.isEqual(bytes(secret.get()), bytes(offered));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
