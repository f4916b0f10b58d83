package com.rechain.dao.proposal.proposal.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rechain.dao.proposal.ProposalConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that webhooks are signed with: one per space, derived from the configured secret, so
 * that who receives for one space cannot sign for another.
 */
@ApplicationScoped
public class WebhookKeys {
    private static final String ALGORITHM = "HmacSHA256";

    private final Optional<String> secret;

    WebhookKeys(ProposalConfig config) {
        this.secret = config.webhook().secret().map(String::valueOf);
    }

    /** The key of {@code spaceId}, as text; empty where there are no webhooks. */
    public Optional<String> of(UUID spaceId) {
        return secret.map(text -> mac(text, "dao-webhook-key:" + spaceId));
    }

    /**
     * The signature of a delivery: HMAC-SHA256 under {@code key} over the id, the time and the
     * body, with dots between them.
     */
    static String sign(String key, UUID deliveryId, long timestamp, String body) {
        return mac(key, deliveryId + "." + timestamp + "." + body);
    }

    private static String mac(String key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
