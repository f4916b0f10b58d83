package com.rechain.dao.voting.writer;

import com.rechain.dao.platform.lane.Lane;
import com.rechain.dao.platform.telemetry.Step;
import com.rechain.dao.platform.telemetry.Tracing;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Takes ballots, has them written in batches and answers each only after its batch has committed.
 * All ballots of one proposal go through one lane of an instance, so they keep their order; and a
 * writer's lane lies within one shard where there are as many writers as shards, or a multiple.
 */
@ApplicationScoped
public class BallotWriter {
    private final BallotWriterConfig config;
    private final WriterMetrics metrics;
    private final Tracing tracing;
    private final List<WriterLane> lanes;
    private final Deadlines deadlines;

    BallotWriter(
            AgroalDataSource primary,
            BallotWriterConfig config,
            WriterMetrics metrics,
            Tracing tracing,
            Clock clock) {
        this.config = config;
        this.metrics = metrics;
        this.tracing = tracing;
        this.deadlines = new Deadlines(config.deadline());
        int firstShard = ThreadLocalRandom.current().nextInt(config.counterShards());
        lanes =
                IntStream.range(0, config.writers())
                        .mapToObj(number ->
                                new WriterLane(
                                        number,
                                        new VoteTransaction(
                                                primary,
                                                clock,
                                                (firstShard + number) % config.counterShards()),
                                        metrics,
                                        config))
                        .toList();
    }

    void start(@Observes StartupEvent event) {
        lanes.forEach(WriterLane::start);
        deadlines.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        for (WriterLane lane : lanes) {
            lane.stop(config.drain());
        }
        deadlines.stop();
    }

    /** Casts a ballot; it is answered at its deadline at the latest. Never blocks. */
    public CompletionStage<Answer> cast(Cast cast) {
        Step step = tracing.resume("commit ballot", SpanKind.INTERNAL, cast.traceparent());
        QueuedCast queued = new QueuedCast(cast.within(step), config.deadline(), step);
        if (lane(cast).offer(queued)) {
            deadlines.watch(queued);
        } else {
            queued.complete(new CastOutcome.Overloaded());
        }
        return queued.answer()
                .whenComplete((answer, _) -> {
                    metrics.answered(answer.outcome());
                    step.end();
                });
    }

    private WriterLane lane(Cast cast) {
        return lanes.get(Lane.of(cast.box().proposalId()) % lanes.size());
    }
}
