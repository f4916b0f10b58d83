package com.rechain.dao.perf.bench.row;

import com.rechain.dao.devstack.client.ApiClient;
import com.rechain.dao.perf.bench.trial.BenchSpace;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/**
 * Proposals that are called off one after the other, and how long each takes from the answer until
 * a stranger sees it.
 */
final class Changes implements AutoCloseable {
    private static final long LOOK_EVERY_NANOS = 5_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ApiClient stranger;
    private final BenchSpace space;
    private final List<UUID> live;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> begun = new ArrayList<>();
    private final Histogram stale = new SynchronizedHistogram(60_000_000, 3);
    private final AtomicLong looks = new AtomicLong();

    /**
     * @param live what can still be called off, the most popular first; shrinks
     */
    Changes(OwnPlatform platform, BenchSpace space, List<UUID> live) {
        this.stranger = platform.anyone();
        this.space = space;
        this.live = live;
    }

    /** Begins to call off the most popular proposal that is left. */
    void begin() {
        if (live.isEmpty()) {
            throw new IllegalStateException("no proposal is left to be called off");
        }
        UUID proposal = live.removeFirst();
        begun.add(threads.submit(() -> change(proposal)));
    }

    /** Waits until all have been seen. */
    void await() throws InterruptedException, ExecutionException {
        for (Future<?> one : begun) {
            one.get();
        }
    }

    int count() {
        return begun.size();
    }

    /** How often the stranger looked. */
    long looks() {
        return looks.get();
    }

    double staleMillis(double percent) {
        return stale.getValueAtPercentile(percent) / 1e3;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void change(UUID proposal) {
        space.cancel(proposal);
        long answered = System.nanoTime();
        while (!seen(proposal)) {
            if (System.nanoTime() - answered > LIMIT.toNanos()) {
                throw new IllegalStateException(
                        "nobody saw within " + LIMIT + " that " + proposal + " is called off");
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        stale.recordValue((System.nanoTime() - answered) / 1_000);
    }

    private boolean seen(UUID proposal) {
        looks.incrementAndGet();
        return stranger.get("/api/v1/proposals/" + proposal).text("state").equals("CANCELED");
    }
}
