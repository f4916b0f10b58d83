package com.rechain.dao.voting.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.telemetry.Step;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.writer.CastOutcome.Accepted;
import com.rechain.dao.voting.writer.CastOutcome.Failed;
import com.rechain.dao.voting.writer.CastOutcome.Overloaded;
import com.rechain.dao.voting.writer.CastOutcome.Unavailable;
import com.rechain.dao.voting.writer.CastOutcome.Unresolved;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigInteger;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchWriterTest {

    private final Box box = Ballots.box();
    private final MemoryStore store = new MemoryStore();
    private final BatchWriter writer =
            new BatchWriter(store, new WriterMetrics(new SimpleMeterRegistry()));

    @Test
    void oneBadBallotFailsAloneWhereverItStands() throws InterruptedException {
        for (int bad = 0; bad < 7; bad++) {
            List<QueuedCast> batch = batch(7, Duration.ofMinutes(1));
            store.unwritable.add(batch.get(bad).cast().voterId());

            boolean there = writer.write(batch);

            assertThat(there).isTrue();
            for (int i = 0; i < 7; i++) {
                assertThat(Ballots.answer(batch.get(i)).outcome())
                        .isInstanceOf(i == bad ? Failed.class : Accepted.class);
            }
        }
    }

    @Test
    void aBallotThatIsThereAlreadyIsSingledOutWithoutTryingEveryPartAgain()
            throws InterruptedException {
        List<QueuedCast> batch = batch(8, Duration.ofMinutes(1));
        store.unwritable.add(batch.get(5).cast().voterId());
        store.refusal = new SQLException("duplicate entry", "23000", 1062);

        writer.write(batch);

        assertThat(Ballots.answer(batch.get(5)).outcome()).isInstanceOf(Failed.class);
        assertThat(store.written).hasSize(7);
        // Three for the whole, two for the parts of four and of two, one for the neighbour, three
        // alone.
        assertThat(store.attempts).isEqualTo(3 + 2 + 2 + 1 + 3);
    }

    @Test
    void halvesKeepTheBallotsOrder() {
        List<QueuedCast> batch = batch(9, Duration.ofMinutes(1));
        store.unwritable.add(batch.get(4).cast().voterId());

        writer.write(batch);

        List<UUID> expected =
                new ArrayList<>(batch.stream().map(cast -> cast.cast().voterId()).toList());
        expected.remove(4);
        assertThat(store.written).containsExactlyElementsOf(expected);
    }

    @Test
    void aDeadlockIsTriedAgain() throws InterruptedException {
        store.failures.add(deadlock());
        store.failures.add(deadlock());
        List<QueuedCast> batch = batch(3, Duration.ofMinutes(1));

        writer.write(batch);

        assertThat(Ballots.answer(batch.getFirst()).outcome()).isInstanceOf(Accepted.class);
        assertThat(store.written).hasSize(3);
    }

    @Test
    void aBallotThatIsAlwaysInTheWayIsToldToComeBack() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            store.failures.add(deadlock());
        }
        List<QueuedCast> batch = batch(1, Duration.ofMinutes(1));

        writer.write(batch);

        assertThat(Ballots.answer(batch.getFirst()).outcome()).isInstanceOf(Overloaded.class);
    }

    @Test
    void withThePrimaryAwayNothingIsTriedTwice() throws InterruptedException {
        store.failures.add(new SQLTransientConnectionException("no connection"));
        List<QueuedCast> batch = batch(3, Duration.ofMinutes(1));

        boolean there = writer.write(batch);

        assertThat(there).isFalse();
        assertThat(batch)
                .allSatisfy(cast ->
                        assertThat(Ballots.answer(cast).outcome()).isInstanceOf(Unavailable.class));
        assertThat(store.attempts).isEqualTo(1);
    }

    @Test
    void aLostCommitThatWentThroughIsAcknowledged() throws InterruptedException {
        store.loseCommit = true;
        store.commitWentThrough = true;
        List<QueuedCast> batch = batch(3, Duration.ofMinutes(1));

        writer.write(batch);

        assertThat(batch)
                .allSatisfy(cast ->
                        assertThat(Ballots.answer(cast).outcome()).isInstanceOf(Accepted.class));
        assertThat(store.attempts).isEqualTo(1);
    }

    @Test
    void aLostCommitThatDidNotGoThroughIsWrittenAgain() throws InterruptedException {
        store.loseCommit = true;
        List<QueuedCast> batch = batch(3, Duration.ofMinutes(1));

        writer.write(batch);

        assertThat(batch)
                .allSatisfy(cast ->
                        assertThat(Ballots.answer(cast).outcome()).isInstanceOf(Accepted.class));
        assertThat(store.attempts).isEqualTo(2);
        assertThat(store.written).hasSize(3);
    }

    @Test
    void aLostCommitThatNobodyCanTellOfStaysUnresolved() throws InterruptedException {
        store.loseCommit = true;
        store.lookFails = true;
        List<QueuedCast> batch = batch(1, Duration.ofMillis(60));
        QueuedCast cast = batch.getFirst();
        assertThat(cast.take()).isTrue();

        boolean there = writer.write(batch);

        assertThat(there).isFalse();
        assertThat(Ballots.answer(cast).outcome()).isInstanceOf(Unresolved.class);
    }

    @Test
    void aBallotIsEitherWrittenOrGivenUpNeverBoth() throws InterruptedException {
        QueuedCast late =
                new QueuedCast(Ballots.cast(box, UUID.randomUUID(), 1), Duration.ZERO, Step.NONE);
        QueuedCast taken =
                new QueuedCast(Ballots.cast(box, UUID.randomUUID(), 1), Duration.ZERO, Step.NONE);
        assertThat(taken.take()).isTrue();

        late.expire();
        taken.expire();

        assertThat(Ballots.answer(late).outcome()).isInstanceOf(Overloaded.class);
        assertThat(late.take()).isFalse();
        assertThat(Ballots.answer(taken).outcome()).isInstanceOf(Unresolved.class);
    }

    private static SQLException deadlock() {
        return new SQLException("deadlock", "40001", 1213);
    }

    private List<QueuedCast> batch(int size, Duration patience) {
        return IntStream.range(0, size)
                .mapToObj(_ ->
                        new QueuedCast(
                                Ballots.cast(box, UUID.randomUUID(), 1), patience, Step.NONE))
                .toList();
    }

    /** A store whose faults a test sets. */
    private final class MemoryStore implements BatchStore {
        final List<SQLException> failures = new ArrayList<>();
        final Set<UUID> unwritable = new HashSet<>();
        final List<UUID> written = new ArrayList<>();
        SQLException refusal = new SQLException("data too long", "22001", 1406);
        boolean loseCommit;
        boolean commitWentThrough;
        boolean lookFails;
        int attempts;

        @Override
        public Written write(List<Cast> batch) throws SQLException {
            attempts++;
            if (!failures.isEmpty()) {
                throw failures.removeFirst();
            }
            if (batch.stream().map(Cast::voterId).anyMatch(unwritable::contains)) {
                throw refusal;
            }
            BatchPlan plan = plan(batch);
            if (loseCommit) {
                loseCommit = false;
                throw new CommitUnknownException(plan, new SQLException("lost", "08S01"));
            }
            batch.forEach(cast -> written.add(cast.voterId()));
            return new Written(plan.outcomes(), 1);
        }

        @Override
        public Optional<Written> written(BatchPlan plan) throws SQLException {
            if (lookFails) {
                throw new SQLTransientConnectionException("no connection");
            }
            return commitWentThrough
                    ? Optional.of(new Written(plan.outcomes(), 1))
                    : Optional.empty();
        }

        private BatchPlan plan(List<Cast> batch) {
            Map<BallotKey, BigInteger> weights = new HashMap<>();
            batch.forEach(cast -> weights.put(cast.key(), BigInteger.ONE));
            return BatchPlan.of(
                    batch,
                    new BatchFacts(
                            Map.of(box.proposalId(), Ballots.open(box)),
                            weights,
                            Map.of(),
                            Map.of()));
        }
    }
}
