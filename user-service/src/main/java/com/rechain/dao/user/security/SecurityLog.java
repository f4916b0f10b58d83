package com.rechain.dao.user.security;

import com.rechain.dao.user.text.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells whoever watches over the platform what happened to accounts, one line each, under the
 * category {@code com.rechain.dao.user.security.SecurityLog}. No line holds a secret, an address of
 * a person or text that a caller chose, so nothing can be forged into the log.
 */
@ApplicationScoped
public class SecurityLog {
    private static final Logger LOG = Logger.getLogger(SecurityLog.class);

    public void registered(UUID account) {
        LOG.infof("event=account-registered account=%s", account);
    }

    public void signedIn(UUID account, UUID session, String client) {
        LOG.infof("event=sign-in-ok account=%s session=%s client=%s", account, session, client);
    }

    public void signInFailed(EmailAddress who, String reason, String client) {
        LOG.warnf(
                "event=sign-in-failed reason=%s who=%s client=%s", reason, pseudonym(who), client);
    }

    public void signInThrottled(EmailAddress who, String client) {
        LOG.warnf("event=sign-in-throttled who=%s client=%s", pseudonym(who), client);
    }

    public void refreshTokenReused(UUID account, UUID session) {
        LOG.errorf("event=refresh-token-reused account=%s session=%s", account, session);
    }

    public void sessionEnded(UUID account, UUID session, String reason) {
        LOG.infof("event=session-ended account=%s session=%s reason=%s", account, session, reason);
    }

    public void passwordChanged(UUID account) {
        LOG.infof("event=password-changed account=%s", account);
    }

    public void passwordChangeRefused(UUID account) {
        LOG.warnf("event=password-change-refused account=%s", account);
    }

    public void keysRotated(String kid, boolean compromised) {
        LOG.warnf("event=signing-keys-rotated kid=%s compromised=%s", kid, compromised);
    }

    /** The same for the same address, and no way back to it but by trying addresses. */
    private static String pseudonym(EmailAddress who) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(who.key().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
