package com.rechain.dao.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
    private final SingleFlight<String, Integer> flights = new SingleFlight<>();
    private final AtomicInteger fetched = new AtomicInteger();
    private final AtomicInteger called = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);

    @Test
    void manyWhoWantTheSameFetchItOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> results =
                    Stream.generate(() -> threads.submit(() -> fly(5))).limit(1_000).toList();
            await().until(() -> called.get() == 1_000);
            open.countDown();

            for (Future<Integer> result : results) {
                assertThat(result.get()).isEqualTo(1);
            }
        }
        assertThat(fetched).hasValue(1);
    }

    @Test
    void whoNeedsItFresherDoesNotJoinButWhoNeedsLessDoes() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> old = threads.submit(() -> fly(5));
            await().until(() -> fetched.get() == 1);
            Future<Integer> fresher = threads.submit(() -> fly(6));
            await().until(() -> fetched.get() == 2);
            Future<Integer> less = threads.submit(() -> fly(0));
            await().until(() -> called.get() == 3);
            open.countDown();

            assertThat(old.get()).isEqualTo(1);
            assertThat(fresher.get()).isEqualTo(2);
            assertThat(less.get()).isEqualTo(2);
        }
    }

    @Test
    void aFailureIsEveryonesAndTheNextFetchesAnew() {
        Supplier<Integer> failing =
                () -> {
                    throw new IllegalStateException("no");
                };

        assertThatThrownBy(() -> flights.fly("k", 0, failing)).hasMessage("no");
        assertThat(flights.fly("k", 0, () -> 7)).isEqualTo(7);
    }

    private int fly(long required) {
        called.incrementAndGet();
        return flights.fly(
                "k",
                required,
                () -> {
                    int mine = fetched.incrementAndGet();
                    await().until(() -> open.getCount() == 0);
                    return mine;
                });
    }
}
