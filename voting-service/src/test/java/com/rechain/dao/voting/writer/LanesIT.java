package com.rechain.dao.voting.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.lane.Lane;
import com.rechain.dao.platform.telemetry.Tracing;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeSpace;
import com.rechain.dao.test.fake.FakeUserService;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.rechain.dao.test.statement.StatementLog;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.support.Ledger;
import com.rechain.dao.voting.support.Proposal;
import com.rechain.dao.voting.support.Votes;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ballots of many proposals at once, by as many writers as shards and by fewer: where batches then
 * cross shards they are refused, halved and written after all.
 */
@QuarkusTest
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "voting"))
@WithTestResource(FakeUserServiceResource.class)
class LanesIT {
    private static final int MEMBERS = 25;

    FakeUserService users;

    @Inject Votes votes;
    @Inject Ledger ledger;
    @Inject Clock clock;
    @Inject AgroalDataSource primary;
    @Inject BallotWriterConfig config;
    @Inject WriterMetrics metrics;
    @Inject Tracing tracing;

    /** What is refused here on purpose tells nothing of where statements go. */
    @BeforeEach
    void keepNoStatements() {
        System.setProperty(StatementLog.PAUSED, "true");
    }

    @AfterEach
    void keepStatementsAgain() {
        System.clearProperty(StatementLog.PAUSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyBallotIsWrittenOnceWhateverTheWriters(int writers) throws Exception {
        FakeSpace space = users.aSpace();
        List<UUID> members = Stream.generate(() -> space.aMember(7)).limit(MEMBERS).toList();
        List<Proposal> proposals =
                Stream.generate(() -> votes.open(Proposal.running(space.id()))).limit(6).toList();
        BallotWriter writer =
                new BallotWriter(primary, new Writers(config, writers), metrics, tracing, clock);

        writer.start(new StartupEvent());
        List<CastOutcome> outcomes = castAll(writer, proposals, members);
        writer.stop(new ShutdownEvent());

        assertThat(outcomes)
                .hasSize(6 * MEMBERS)
                .allMatch(outcome -> outcome instanceof CastOutcome.Accepted);
        for (Proposal proposal : proposals) {
            assertThat(ledger.currentBallots(proposal.id()))
                    .as("lane %d", Lane.of(proposal.id()))
                    .isEqualTo(MEMBERS);
            assertThat(ledger.counters(proposal.id())).isEqualTo(ledger.recount(proposal.id()));
        }
    }

    private List<CastOutcome> castAll(
            BallotWriter writer, List<Proposal> proposals, List<UUID> members) throws Exception {
        List<Callable<CastOutcome>> calls = new ArrayList<>();
        for (UUID member : members) {
            for (Proposal proposal : proposals) {
                Box box = ledger.box(proposal.id());
                calls.add(() ->
                        writer.cast(Ballots.cast(box, member, 1, null, clock.instant()))
                                .toCompletableFuture()
                                .join()
                                .outcome());
            }
        }
        List<CastOutcome> outcomes = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(calls.size())) {
            for (Future<CastOutcome> answer : clients.invokeAll(calls)) {
                outcomes.add(answer.get());
            }
        }
        return outcomes;
    }

    /** The service's configuration but for the number of writers, and with time to halve. */
    private record Writers(BallotWriterConfig others, int writers) implements BallotWriterConfig {
        @Override
        public int queue() {
            return others.queue();
        }

        @Override
        public int batch() {
            return others.batch();
        }

        @Override
        public Duration linger() {
            return others.linger();
        }

        @Override
        public Duration deadline() {
            return Duration.ofSeconds(10);
        }

        @Override
        public int counterShards() {
            return others.counterShards();
        }

        @Override
        public Duration drain() {
            return others.drain();
        }
    }
}
