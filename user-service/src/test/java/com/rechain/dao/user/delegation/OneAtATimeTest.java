package com.rechain.dao.user.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.replica.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
    private static final int WAITING = 20;

    private final AtomicLong time = new AtomicLong(1);
    private final AtomicInteger loads = new AtomicInteger();

    @Test
    void whoWaitedSharesTheNextLoad() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        OneAtATime<String, Long> loader =
                new OneAtATime<>((_, _) -> {
                    long seen = time.get();
                    loads.incrementAndGet();
                    begun.countDown();
                    uninterrupted(mayEnd);
                    return new Versioned<>(seen, Optional.of(seen));
                });

        List<Future<Versioned<Optional<Long>>>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            answers.add(callers.submit(() -> loader.load("key", 0)));
            begun.await();
            // It changes again and again while the first is still loading.
            for (int i = 0; i < WAITING; i++) {
                long required = time.getAndIncrement();
                answers.add(callers.submit(() -> loader.load("key", required)));
            }
            mayEnd.countDown();
        }

        assertThat(loads).hasValue(2);
        assertThat(answers.getFirst().resultNow().version()).isEqualTo(1);
        assertThat(answers.subList(1, answers.size()))
                .allSatisfy(
                        answer -> assertThat(answer.resultNow().version()).isEqualTo(time.get()));
    }

    @Test
    void anotherKeyOrAFresherWishIsLoaded() {
        OneAtATime<String, String> loader =
                new OneAtATime<>((key, required) -> {
                    loads.incrementAndGet();
                    return new Versioned<>(required + 1, Optional.of(key));
                });

        assertThat(loader.load("a", 5).value()).contains("a");
        assertThat(loader.load("b", 5).value()).contains("b");
        assertThat(loader.load("a", 5).value()).contains("a");
        int before = loads.get();
        assertThat(loader.load("a", 6).version()).isEqualTo(7);

        assertThat(loads.get() - before).isEqualTo(1);
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
