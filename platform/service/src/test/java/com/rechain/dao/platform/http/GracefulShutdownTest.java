package com.rechain.dao.platform.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class GracefulShutdownTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void anIdleServiceStopsAtOnce() {
        CompletableFuture<Void> drained = drain(new GracefulShutdown(() -> LONG));

        assertThat(drained).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void aRequestInFlightIsWaitedFor() {
        GracefulShutdown shutdown = new GracefulShutdown(() -> LONG);
        shutdown.enter();

        CompletableFuture<Void> drained = drain(shutdown);
        Awaitility.await().atMost(5, SECONDS).until(() -> shutdown.underWay() == 1);

        assertThat(drained).isNotDone();
        shutdown.leave();
        assertThat(drained).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void aRequestThatNeverEndsIsLeftBehind() {
        GracefulShutdown shutdown = new GracefulShutdown(() -> Duration.ofMillis(10));
        shutdown.enter();

        assertThat(drain(shutdown)).succeedsWithin(Duration.ofSeconds(5));
        assertThat(shutdown.underWay()).isEqualTo(1);
    }

    @Test
    void requestsThatEndedBeforeAreForgotten() {
        GracefulShutdown shutdown = new GracefulShutdown(() -> LONG);
        for (int i = 0; i < 3; i++) {
            shutdown.enter();
            shutdown.leave();
        }

        assertThat(shutdown.underWay()).isZero();
        assertThat(drain(shutdown)).succeedsWithin(Duration.ofSeconds(5));
    }

    private static CompletableFuture<Void> drain(GracefulShutdown shutdown) {
        return CompletableFuture.runAsync(() -> {
            try {
                shutdown.drain(new ShutdownEvent());
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        });
    }
}
