package com.rechain.dao.perf.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private final AtomicInteger seen = new AtomicInteger();
    private final Set<Integer> callers = ConcurrentHashMap.newKeySet();
    private HttpServer server;
    private OpenLoop load;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    callers.add(exchange.getRemoteAddress().getPort());
                    int status = seen.incrementAndGet() % 10 == 0 ? 503 : 200;
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        load = new OpenLoop(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private static void stall(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void stopServer() {
        load.close();
        server.stop(0);
    }

    @Test
    void everyDueRequestIsSentAndItsAnswerCounted() {
        LoadResult result = load.run(200, Duration.ofSeconds(1), n -> PlannedRequest.get("/" + n));

        assertThat(result.intended()).isEqualTo(200);
        assertThat(result.sent()).isEqualTo(200);
        assertThat(seen).hasValue(200);
        assertThat(result.succeeded()).isEqualTo(180);
        assertThat(result.failed()).isEqualTo(20);
        assertThat(result.latency().getTotalCount()).isEqualTo(200);
    }

    @Test
    void aRunWithFailuresDoesNotCount() {
        LoadResult result = load.run(100, Duration.ofMillis(200), n -> PlannedRequest.get("/" + n));

        assertThat(result.held()).isFalse();
    }

    @Test
    void latencyCountsFromTheIntendedInstant() {
        LoadResult result =
                load.run(
                        100,
                        Duration.ofMillis(500),
                        n -> {
                            if (n == 0) {
                                stall(Duration.ofMillis(400));
                            }
                            return PlannedRequest.get("/" + n);
                        });

        assertThat(result.millis(100)).isGreaterThanOrEqualTo(395);
        assertThat(result.millis(50)).isGreaterThan(100);
        assertThat(result.sent()).isEqualTo(50);
    }

    @Test
    void aRunThatWasSentTooSlowlyDoesNotCount() {
        LoadResult result =
                load.run(
                        1_000,
                        Duration.ofMillis(50),
                        n -> {
                            if (n == 49) {
                                stall(Duration.ofMillis(200));
                            }
                            return PlannedRequest.get("/" + n);
                        });
        LoadResult late =
                load.run(
                        1_000,
                        Duration.ofMillis(50),
                        n -> {
                            stall(Duration.ofMillis(2));
                            return PlannedRequest.get("/" + n);
                        });

        assertThat(result.intended()).isEqualTo(50);
        assertThat(late.counts()).isFalse();
    }

    @Test
    void kindsAreCountedApartAndAnswersHeard() {
        List<Integer> heard = new ArrayList<>();

        LoadResult result =
                load.run(
                        100,
                        Duration.ofMillis(200),
                        n ->
                                PlannedRequest.get("/" + n)
                                        .ofKind(n % 4 == 0 ? "rare" : "usual")
                                        .andThen(answer -> heard.add(answer.status())));

        assertThat(result.kind("rare").latency().getTotalCount()).isEqualTo(5);
        assertThat(result.kind("usual").latency().getTotalCount()).isEqualTo(15);
        assertThat(result.kind("other").statuses()).isEmpty();
        assertThat(heard).hasSize(20).contains(200, 503);
        assertThat(
                        result.kind("usual").latency(503).getTotalCount()
                                + result.kind("rare").latency(503).getTotalCount())
                .isEqualTo(2);
    }

    @Test
    void twoRunsAddUp() {
        LoadResult first = load.run(100, Duration.ofMillis(100), _ -> PlannedRequest.get("/"));
        LoadResult both =
                first.plus(load.run(100, Duration.ofMillis(100), _ -> PlannedRequest.get("/")));

        assertThat(both.sent()).isEqualTo(20);
        assertThat(both.statuses()).isEqualTo(Map.of(200, 18L, 503, 2L));
        assertThat(both.took()).isGreaterThan(first.took());
    }

    @Test
    void openConnectionsTakeTurnsAndLostOnesAreCounted() {
        load.connect(20);

        LoadResult result = load.run(100, Duration.ofMillis(300), _ -> PlannedRequest.get("/"));

        assertThat(result.sent()).isEqualTo(30);
        assertThat(callers).hasSize(20);
        assertThat(load.lost()).isZero();
        server.stop(0);
        assertThat(load.lost()).isPositive();
    }

    @Test
    void aServerThatIsAwayGivesStatusZero() {
        server.stop(0);

        LoadResult result = load.run(50, Duration.ofMillis(200), n -> PlannedRequest.get("/" + n));

        assertThat(result.statuses()).containsOnlyKeys(0);
    }
}
