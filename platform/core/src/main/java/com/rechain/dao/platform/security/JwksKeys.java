package com.rechain.dao.platform.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The verification keys that user-service publishes, held in memory and refreshed in the
 * background: every {@link #REFRESH}, sooner while there are none, and once at most every {@link
 * #UNKNOWN_KEY_PAUSE} when a token names a key that is not there. While the address cannot be
 * reached, or answers with anything but a key set, the last known keys stay in force.
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
    private static final BodyHandler<String> BODY =
            BodyHandlers.limiting(BodyHandlers.ofString(), 256 * 1024);
    private static final Logger LOG = LoggerFactory.getLogger(JwksKeys.class);

    private final HttpRequest request;
    private final HttpClient http;
    private final ScheduledExecutorService refresher;
    private final AtomicLong lastUnknown =
            new AtomicLong(System.nanoTime() - UNKNOWN_KEY_PAUSE.toNanos());
    private volatile @Nullable Map<String, PublicKey> keys;
    private boolean failing;

    public JwksKeys(URI address) {
        request = HttpRequest.newBuilder(address).timeout(TIMEOUT).GET().build();
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(TIMEOUT)
                        .build();
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
            submit(() -> refresher.execute(this::refresh));
        }
    }

    private void refreshAndPlanNext() {
        refresh();
        Duration pause = loaded() ? REFRESH : FIRST_LOAD_PAUSE;
        submit(() ->
                refresher.schedule(
                        this::refreshAndPlanNext, pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void submit(Runnable submission) {
        try {
            submission.run();
        } catch (RejectedExecutionException _) {
            LOG.debug("closed: the keys are refreshed no more");
        }
    }

    private void refresh() {
        try {
            keys = JwkSet.parse(fetch());
            failing = false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException
                | ExecutionException
                | TimeoutException
                | JoseException
                | RuntimeException e) {
            // Whatever came back, the next refresh must still be planned.
            noteFailure(e);
        }
    }

    private String fetch()
            throws IOException, ExecutionException, TimeoutException, InterruptedException {
        // The request's own time-out ends with the headers: an answer that trickles needs this one.
        CompletableFuture<HttpResponse<String>> exchange = http.sendAsync(request, BODY);
        HttpResponse<String> response;
        try {
            response = exchange.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw e;
        }
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        return response.body();
    }

    private void noteFailure(Exception e) {
        if (failing) {
            LOG.debug("verification keys not refreshed from {}: {}", request.uri(), e.toString());
        } else {
            LOG.warn("verification keys not refreshed from {}: {}", request.uri(), e.toString());
        }
        failing = true;
    }
}
