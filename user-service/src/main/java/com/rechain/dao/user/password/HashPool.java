package com.rechain.dao.user.password;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs hashing on a few threads of its own with a short queue before them, so that a flood of
 * sign-ins is turned away at once and takes no more of the machine than it is given. Threads of the
 * operating system, because native code holds on to the carrier of a virtual one.
 */
@ApplicationScoped
public class HashPool {
    private final ThreadPoolExecutor threads;
    private final Timer time;

    HashPool(PasswordConfig config, MeterRegistry metrics) {
        int permits =
                config.permits()
                        .orElse(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
        threads =
                new ThreadPoolExecutor(
                        permits,
                        permits,
                        0,
                        TimeUnit.SECONDS,
                        queue(config.queue()),
                        Thread.ofPlatform().daemon().name("password-hash-", 0).factory());
        time = Timer.builder("dao.passwords.hash").publishPercentileHistogram().register(metrics);
        Gauge.builder("dao.passwords.hash.queued", threads, pool -> pool.getQueue().size())
                .register(metrics);
        Gauge.builder("dao.passwords.hash.running", threads, ThreadPoolExecutor::getActiveCount)
                .register(metrics);
    }

    /**
     * Does {@code hashing} when its turn comes and waits for it.
     *
     * @throws HashPoolFullException at once when as many are waiting as may wait
     */
    public <T> T run(Supplier<T> hashing) {
        return await(submit(hashing));
    }

    /**
     * For whoever has work to do before hashing, which would be in vain.
     *
     * @throws HashPoolFullException at once when as many are waiting as may wait
     */
    public void requireRoom() {
        boolean busy = threads.getActiveCount() >= threads.getMaximumPoolSize();
        if (busy && threads.getQueue().remainingCapacity() == 0) {
            throw new HashPoolFullException();
        }
    }

    private <T> Future<T> submit(Supplier<T> hashing) {
        try {
            return threads.submit(() -> time.record(hashing));
        } catch (RejectedExecutionException _) {
            throw new HashPoolFullException();
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while hashing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("hashing failed", e.getCause());
        }
    }

    private static BlockingQueue<Runnable> queue(int length) {
        return length == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(length);
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
