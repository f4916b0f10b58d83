package com.rechain.dao.perf.pools;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Lets many callers share pools of different sizes. */
final class Curve {
    /** As many as wait when a service is busy: more than any of the pools has. */
    private static final int CALLERS = 64;

    private final Work work;
    private final Duration each;

    Curve(Work work, Duration each) {
        this.work = work;
        this.each = each;
    }

    /**
     * What a pool of one size gave.
     *
     * @param waitMillis 99th percentile of the wait for a connection
     * @param millis 99th percentile of everything, the wait included
     */
    record Point(int size, double perSecond, double waitMillis, double millis, long refused) {}

    Point measure(int size, Pool.Opener opener) throws SQLException, InterruptedException {
        try (Pool pool = new Pool(size, opener)) {
            run(pool, Duration.ofMillis(500), new Tally());
            Tally tally = new Tally();
            long started = System.nanoTime();
            run(pool, each, tally);
            double seconds = (System.nanoTime() - started) / 1e9;
            return new Point(
                    size,
                    tally.done.get() / seconds,
                    tally.waits.getValueAtPercentile(99) / 1e6,
                    tally.times.getValueAtPercentile(99) / 1e6,
                    tally.refused.get());
        }
    }

    private static final class Tally {
        private final Histogram waits = new ConcurrentHistogram(3);
        private final Histogram times = new ConcurrentHistogram(3);
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong refused = new AtomicLong();
    }

    private void run(Pool pool, Duration duration, Tally tally)
            throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + duration.toNanos();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                running.add(
                        callers.submit(() -> {
                            call(pool, deadline, tally);
                            return null;
                        }));
            }
            for (Future<?> caller : running) {
                caller.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException("a connection failed: " + e.getMessage(), e);
        }
    }

    private void call(Pool pool, long deadline, Tally tally)
            throws SQLException, InterruptedException {
        while (System.nanoTime() < deadline) {
            long started = System.nanoTime();
            Connection connection = pool.take();
            long got = System.nanoTime();
            if (connection == null) {
                tally.refused.incrementAndGet();
                continue;
            }
            try {
                work.run(connection);
            } finally {
                pool.giveBack(connection);
            }
            tally.waits.recordValue(got - started);
            tally.times.recordValue(System.nanoTime() - started);
            tally.done.addAndGet(work.size());
        }
    }
}
