package com.rechain.dao.voting.writer;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** What the vote path tells of itself. */
@ApplicationScoped
public class WriterMetrics {
    private final MeterRegistry registry;
    private final DistributionSummary batchSize;
    private final Timer queueWait;
    private final Timer commit;

    WriterMetrics(MeterRegistry registry) {
        this.registry = registry;
        batchSize =
                DistributionSummary.builder("dao.ballots.batch.size")
                        .publishPercentiles(0.5, 0.99)
                        .register(registry);
        queueWait =
                Timer.builder("dao.ballots.queue.wait")
                        .publishPercentiles(0.5, 0.99)
                        .register(registry);
        commit =
                Timer.builder("dao.ballots.transaction")
                        .publishPercentiles(0.5, 0.99)
                        .register(registry);
    }

    void watch(Queue<?> queue, int writer) {
        registry.gauge(
                "dao.ballots.queue.depth",
                Tags.of("writer", Integer.toString(writer)),
                queue,
                Queue::size);
    }

    /** One ballot answered. */
    public void answered(CastOutcome outcome) {
        registry.counter("dao.ballots", "outcome", outcome.label()).increment();
    }

    void batched(int size) {
        batchSize.record(size);
    }

    void waited(long nanos) {
        queueWait.record(nanos, TimeUnit.NANOSECONDS);
    }

    void committed(long nanos) {
        commit.record(nanos, TimeUnit.NANOSECONDS);
    }
}
