package com.rechain.dao.platform.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The verification keys that user-service publishes, held in memory and refreshed in the
 * background: every {@link #REFRESH}, sooner while there are none, and once at most every {@link
 * #UNKNOWN_KEY_PAUSE} when a token names a key that is not there. While the address cannot be
 * reached the last known keys stay in force.
 */
public final class JwksKeys implements VerificationKeys, AutoCloseable {
    /**
     * How long a retired key may still be accepted here; keys are published far longer before they
     * sign.
     */
    public static final Duration REFRESH = Duration.ofSeconds(30);

    static final Duration UNKNOWN_KEY_PAUSE = Duration.ofSeconds(5);
    private static final Duration FIRST_LOAD_PAUSE = Duration.ofMillis(500);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(JwksKeys.class);

    private final HttpRequest request;
    private final HttpClient http;
    private final ScheduledExecutorService refresher;
    private final AtomicLong lastUnknown =
            new AtomicLong(System.nanoTime() - UNKNOWN_KEY_PAUSE.toNanos());
    private volatile @Nullable Map<String, PublicKey> keys;

    public JwksKeys(URI address) {
        request = HttpRequest.newBuilder(address).timeout(TIMEOUT).GET().build();
        http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        refresher =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("jwks-refresh").factory());
        refresher.execute(this::refreshAndPlanNext);
    }

    @Override
    public boolean loaded() {
        return keys != null;
    }

    @Override
    public @Nullable PublicKey find(String keyId) {
        Map<String, PublicKey> known = keys;
        PublicKey key = known == null ? null : known.get(keyId);
        if (key == null) {
            refreshForUnknownKey();
        }
        return key;
    }

    @Override
    public void close() {
        refresher.shutdownNow();
        http.shutdownNow();
    }

    private void refreshForUnknownKey() {
        long now = System.nanoTime();
        long last = lastUnknown.get();
        // Tokens with made-up key ids must not become a way to call user-service.
        if (now - last >= UNKNOWN_KEY_PAUSE.toNanos() && lastUnknown.compareAndSet(last, now)) {
            refresher.execute(this::refresh);
        }
    }

    private void refreshAndPlanNext() {
        refresh();
        Duration pause = loaded() ? REFRESH : FIRST_LOAD_PAUSE;
        if (!refresher.isShutdown()) {
            refresher.schedule(this::refreshAndPlanNext, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void refresh() {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            keys = parse(response.body());
        } catch (IOException | JoseException e) {
            LOG.warn("verification keys not refreshed from {}: {}", request.uri(), e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, PublicKey> parse(String jwks) throws JoseException {
        Map<String, PublicKey> parsed = new HashMap<>();
        for (JsonWebKey key : new JsonWebKeySet(jwks).getJsonWebKeys()) {
            if (key instanceof RsaJsonWebKey rsa && rsa.getKeyId() != null) {
                parsed.put(rsa.getKeyId(), rsa.getRsaPublicKey());
            }
        }
        if (parsed.isEmpty()) {
            throw new JoseException("no RSA key in the key set");
        }
        return Map.copyOf(parsed);
    }
}
