package com.rechain.dao.perf.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private final AtomicInteger seen = new AtomicInteger();
    private HttpServer server;
    private OpenLoop load;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    int status = seen.incrementAndGet() % 10 == 0 ? 503 : 200;
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        load = new OpenLoop(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
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
    void aServerThatIsAwayGivesStatusZero() {
        server.stop(0);

        LoadResult result = load.run(50, Duration.ofMillis(200), n -> PlannedRequest.get("/" + n));

        assertThat(result.statuses()).containsOnlyKeys(0);
    }
}
