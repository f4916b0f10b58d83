package com.rechain.dao.user.credential;

import com.rechain.dao.user.token.TokenConfig;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells registrations apart without keeping anything that their passwords could be guessed from:
 * the idempotency table stores a fast hash of the request, so the password goes in under a key that
 * is not in the database.
 */
@Singleton
public class PasswordFingerprint {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "registration fingerprint ";

    private final SecretKeySpec key;

    PasswordFingerprint(TokenConfig config) {
        key =
                new SecretKeySpec(
                        (PURPOSE + config.keyEncryptionKey()).getBytes(StandardCharsets.UTF_8),
                        ALGORITHM);
    }

    /** What stands for {@code request} when two requests are compared. */
    List<String> of(RegisterRequest request) {
        return List.of(
                request.email(), request.handle(), request.displayName(), mac(request.password()));
    }

    private String mac(String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
