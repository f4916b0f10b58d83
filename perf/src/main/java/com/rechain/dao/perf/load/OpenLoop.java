package com.rechain.dao.perf.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/**
 * Sends requests at a fixed rate from one event loop. Latency counts from the instant at which a
 * request was due, so a server that stalls is charged for every request it kept waiting (no
 * coordinated omission).
 */
public final class OpenLoop implements AutoCloseable {
    private static final int CONNECTIONS = 256;
    private static final long STRAGGLERS_SECONDS = 15;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http;

    public OpenLoop(URI target) {
        HttpClientOptions options =
                new HttpClientOptions()
                        .setDefaultHost(target.getHost())
                        .setDefaultPort(target.getPort())
                        .setKeepAliveTimeout(60)
                        .setTcpNoDelay(true)
                        .setConnectTimeout(2_000);
        http =
                vertx.createHttpClient(
                        options,
                        new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(-1));
    }

    /**
     * Sends {@code rate} requests a second for {@code duration}; the n-th is {@code plan.apply(n)}.
     */
    public LoadResult run(double rate, Duration duration, LongFunction<PlannedRequest> plan) {
        long total = Math.round(rate * duration.toMillis() / 1e3);
        Run run = new Run(rate, total, plan);
        vertx.runOnContext(_ -> run.start());
        run.done
                .orTimeout(duration.toSeconds() + STRAGGLERS_SECONDS, TimeUnit.SECONDS)
                .exceptionally(_ -> null)
                .join();
        return run.result();
    }

    @Override
    public void close() {
        http.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /**
     * One run. All its fields but the future are touched by the event loop alone until it is done.
     */
    private final class Run {
        private final double nanosBetween;
        private final double rate;
        private final long total;
        private final LongFunction<PlannedRequest> plan;
        private final Histogram latency = new Histogram(TimeUnit.MINUTES.toMicros(5), 3);
        private final Map<Integer, Long> statuses = new TreeMap<>();
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private long started;
        private long ended;
        private long sent;
        private long answered;

        Run(double rate, long total, LongFunction<PlannedRequest> plan) {
            this.rate = rate;
            this.total = total;
            this.plan = plan;
            nanosBetween = 1e9 / rate;
        }

        void start() {
            started = System.nanoTime();
            vertx.setPeriodic(1, this::sendWhatIsDue);
        }

        private void sendWhatIsDue(long timer) {
            long elapsed = System.nanoTime() - started;
            while (sent < total && sent * nanosBetween <= elapsed) {
                send(sent, started + (long) (sent * nanosBetween));
                sent++;
            }
            if (sent == total) {
                vertx.cancelTimer(timer);
            }
        }

        private void send(long number, long due) {
            PlannedRequest planned = plan.apply(number);
            http.request(planned.method(), planned.path())
                    .compose(request -> send(request, planned))
                    .compose(response -> response.body().map(_ -> response.statusCode()))
                    .onComplete(answer -> record(due, answer.succeeded() ? answer.result() : 0));
        }

        private Future<HttpClientResponse> send(HttpClientRequest request, PlannedRequest planned) {
            planned.headers().forEach(request::putHeader);
            String body = planned.body();
            return body == null ? request.send() : request.send(Buffer.buffer(body));
        }

        private void record(long due, int status) {
            ended = System.nanoTime();
            latency.recordValue(
                    Math.min(latency.getHighestTrackableValue(), (ended - due) / 1_000));
            statuses.merge(status, 1L, Long::sum);
            if (++answered == total) {
                done.complete(null);
            }
        }

        LoadResult result() {
            return new LoadResult(
                    rate,
                    total,
                    sent,
                    Map.copyOf(statuses),
                    latency,
                    Duration.ofNanos(ended - started));
        }
    }
}
