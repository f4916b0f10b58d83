package com.rechain.dao.gateway.forward;

import com.rechain.dao.gateway.route.Traffic;
import com.rechain.dao.gateway.upstream.ResilienceConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The kept-alive connections of one event loop to all instances, apart by traffic because each has
 * its own idea of a silence that is too long.
 */
final class HttpClients {
    /** Below the idle timeout of the services, so that we rarely send on what they are closing. */
    private static final long LONGEST_KEEP_ALIVE_SECONDS = 30;

    private final Map<Traffic, HttpClient> clients = new EnumMap<>(Traffic.class);

    HttpClients(Vertx vertx, DeadlineConfig deadlines, ResilienceConfig resilience) {
        for (Traffic traffic : Traffic.values()) {
            int most =
                    traffic == Traffic.STREAM ? resilience.maxStreams() : resilience.maxRequests();
            // The places of an instance are counted before, so nothing ever waits in the pool.
            PoolOptions pool = new PoolOptions().setHttp1MaxSize(most);
            HttpClient client = vertx.createHttpClient(options(deadlines, traffic), pool);
            // Whoever was using a connection that fails hears of it; the rest is no news.
            client.connectionHandler(connection -> connection.exceptionHandler(_ -> {}));
            clients.put(traffic, client);
        }
    }

    HttpClient of(Traffic traffic) {
        HttpClient client = clients.get(traffic);
        if (client == null) {
            throw new IllegalStateException("no client for " + traffic);
        }
        return client;
    }

    void close() {
        clients.values().forEach(HttpClient::close);
    }

    static HttpClientOptions options(DeadlineConfig deadlines, Traffic traffic) {
        Duration silence =
                traffic == Traffic.STREAM ? deadlines.streamSilence() : deadlines.silence();
        // An answer that has not begun is silent too, and has a deadline of its own.
        long patience = deadlines.answerMillis(traffic) + 1_000;
        long readIdle = Math.max(silence.toMillis(), patience + 1_000);
        // Silence is counted from the last answer on: who takes a connection that has been idle for
        // long must still have the whole time for the next one.
        long keepAlive = Math.min(LONGEST_KEEP_ALIVE_SECONDS, (readIdle - patience) / 1_000);
        return new HttpClientOptions()
                .setConnectTimeout((int) deadlines.connect().toMillis())
                .setKeepAlive(true)
                .setKeepAliveTimeout((int) keepAlive)
                .setPipelining(false)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setReadIdleTimeout((int) readIdle)
                .setMaxHeaderSize(64 * 1024)
                .setDecoderInitialBufferSize(512)
                .setTcpNoDelay(true);
    }
}
