package com.rechain.dao.voting.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.telemetry.Step;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.writer.CastOutcome.NotEligible;
import com.rechain.dao.voting.writer.CastOutcome.Overloaded;
import com.rechain.dao.voting.writer.CastOutcome.Unavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WriterLaneTest {
    private final Box box = Ballots.box();
    private final GatedStore store = new GatedStore();
    private final WriterLane lane =
            new WriterLane(0, store, new WriterMetrics(new SimpleMeterRegistry()), config(5, 3));

    @Test
    void whatWaitsWhileABatchIsWrittenGoesOutTogetherAndInOrder() throws InterruptedException {
        lane.start();
        QueuedCast first = offer(Duration.ofMinutes(1));
        store.entered.await();
        List<QueuedCast> waiting =
                IntStream.range(0, 5).mapToObj(_ -> offer(Duration.ofMinutes(1))).toList();

        store.gate.countDown();
        Ballots.answer(first);
        Ballots.answer(waiting.getLast());

        assertThat(store.batches).extracting(List::size).containsExactly(1, 3, 2);
        assertThat(store.batches.get(1).getFirst()).isEqualTo(waiting.getFirst().cast().voterId());
        lane.stop(Duration.ofSeconds(5));
    }

    @Test
    void aFullQueueTakesNoMore() {
        IntStream.range(0, 5).forEach(_ -> offer(Duration.ofMinutes(1)));

        assertThat(lane.offer(queued(Duration.ofMinutes(1)))).isFalse();
    }

    @Test
    void aBallotWhoseDeadlinePassedInTheQueueIsNeverWritten() throws InterruptedException {
        QueuedCast late = offer(Duration.ZERO);
        QueuedCast inTime = offer(Duration.ofMinutes(1));
        store.gate.countDown();

        lane.start();
        Ballots.answer(inTime);

        assertThat(Ballots.answer(late).outcome()).isInstanceOf(Overloaded.class);
        assertThat(store.batches).containsExactly(List.of(inTime.cast().voterId()));
        lane.stop(Duration.ofSeconds(5));
    }

    @Test
    void stoppingWritesWhatIsQueued() throws InterruptedException {
        List<QueuedCast> queued =
                IntStream.range(0, 5).mapToObj(_ -> offer(Duration.ofMinutes(1))).toList();
        store.gate.countDown();

        lane.start();
        lane.stop(Duration.ofSeconds(10));

        assertThat(queued)
                .allSatisfy(cast ->
                        assertThat(Ballots.answer(cast).outcome()).isInstanceOf(NotEligible.class));
        assertThat(lane.offer(queued(Duration.ofMinutes(1)))).isFalse();
    }

    @Test
    void withThePrimaryAwayTheWholeQueueHearsItAtOnce() throws InterruptedException {
        store.away = true;
        List<QueuedCast> queued =
                IntStream.range(0, 5).mapToObj(_ -> offer(Duration.ofMinutes(1))).toList();
        store.gate.countDown();

        lane.start();

        for (QueuedCast cast : queued) {
            assertThat(Ballots.answer(cast).outcome()).isInstanceOf(Unavailable.class);
        }
        assertThat(store.batches).hasSize(1);
        lane.stop(Duration.ofSeconds(5));
    }

    private QueuedCast offer(Duration patience) {
        QueuedCast cast = queued(patience);
        assertThat(lane.offer(cast)).isTrue();
        return cast;
    }

    private QueuedCast queued(Duration patience) {
        return new QueuedCast(Ballots.cast(box, UUID.randomUUID(), 1), patience, Step.NONE);
    }

    private static BallotWriterConfig config(int queue, int batch) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(BallotWriterConfig.class)
                .withDefaultValue("dao.ballots.queue", Integer.toString(queue))
                .withDefaultValue("dao.ballots.batch", Integer.toString(batch))
                .build()
                .getConfigMapping(BallotWriterConfig.class);
    }

    /** Notes batches, and writes the first only when the gate opens. */
    private static final class GatedStore implements BatchStore {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch gate = new CountDownLatch(1);
        final List<List<UUID>> batches = Collections.synchronizedList(new ArrayList<>());
        volatile boolean away;

        @Override
        public Written write(List<Cast> batch) throws SQLException {
            batches.add(batch.stream().map(Cast::voterId).toList());
            entered.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
            if (away) {
                throw new SQLTransientConnectionException("no connection");
            }
            List<CastOutcome> outcomes =
                    batch.stream().<CastOutcome>map(_ -> new NotEligible()).toList();
            return new Written(outcomes, 1);
        }

        @Override
        public Optional<Written> written(BatchPlan plan) {
            return Optional.empty();
        }
    }
}
