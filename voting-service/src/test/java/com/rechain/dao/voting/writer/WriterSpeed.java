package com.rechain.dao.voting.writer;

import com.rechain.dao.platform.telemetry.Tracing;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.box.BoxRows;
import com.rechain.dao.voting.sql.Columns;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration.TransactionIsolation;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * Votes a second that the writer makes durable, side by side on several databases: arguments {@code
 * name=jdbc:mysql://…?user=…}, each with a schema or keyspace of its own. Rounds are interleaved;
 * no HTTP, no signatures, no relay.
 */
final class WriterSpeed {
    private static final int PROPOSALS = 64;
    private static final int VOTERS = 1_500;
    private static final int CLIENTS = 400;
    private static final int ROUNDS = 3;
    private static final long ROUND_MILLIS = 7_000;
    private static final String OPEN = "UPDATE box SET state = 'OPEN' WHERE proposal_id = ?";
    private static final String ENTRY =
            "INSERT INTO electorate_entry (proposal_id, voter_id, own_weight, leaf_hash) VALUES (?, ?, 7, ?)";

    private final String name;
    private final AgroalDataSource database;
    private final List<Box> boxes = Stream.generate(Ballots::box).limit(PROPOSALS).toList();
    private final List<UUID> voters = Stream.generate(UUID::randomUUID).limit(VOTERS).toList();
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final List<Long> rates = new ArrayList<>();

    private WriterSpeed(String name, String url) throws SQLException {
        this.name = name;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("db/platform", "db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        database = AgroalDataSource.from(pool(url));
        prepare();
    }

    public static void main(String[] arguments) throws Exception {
        List<WriterSpeed> all = new ArrayList<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            all.add(new WriterSpeed(parts[0], parts[1]));
        }
        for (int writers : new int[] {2, 4}) {
            for (int round = 0; round < ROUNDS; round++) {
                for (WriterSpeed one : all) {
                    one.measure(writers);
                }
            }
            for (WriterSpeed one : all) {
                System.out.printf(
                        "%d writers, %-12s %s votes/s, median %d, refused %d%n",
                        writers,
                        one.name,
                        one.rates,
                        one.rates.stream().sorted().toList().get(ROUNDS / 2),
                        one.refused.get());
                one.rates.clear();
            }
        }
        System.exit(0);
    }

    private static AgroalDataSourceConfigurationSupplier pool(String url) {
        return new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool ->
                        pool.maxSize(8)
                                .connectionFactoryConfiguration(factory ->
                                        factory.jdbcUrl(
                                                        url
                                                                + "&rewriteBatchedStatements=true&cachePrepStmts=true&prepStmtCacheSize=250"
                                                                + "&prepStmtCacheSqlLimit=2048&useLocalSessionState=true")
                                                .jdbcTransactionIsolation(
                                                        TransactionIsolation.READ_COMMITTED)));
    }

    private void prepare() throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (Box box : boxes) {
                connection.setAutoCommit(false);
                BoxRows.insert(connection, box);
                try (PreparedStatement open = connection.prepareStatement(OPEN);
                        PreparedStatement entry = connection.prepareStatement(ENTRY)) {
                    Columns.set(open, 1, box.proposalId());
                    open.executeUpdate();
                    for (UUID voter : voters) {
                        Columns.set(entry, 1, box.proposalId());
                        Columns.set(entry, 2, voter);
                        entry.setBytes(3, new byte[32]);
                        entry.addBatch();
                    }
                    entry.executeBatch();
                }
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
    }

    private void measure(int writers) throws InterruptedException {
        BallotWriter writer = writer(writers);
        writer.start(new StartupEvent());
        AtomicLong answered = new AtomicLong();
        long start = System.nanoTime();
        long end = start + ROUND_MILLIS * 1_000_000;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> {
                    while (System.nanoTime() < end) {
                        cast(writer, answered);
                    }
                });
            }
        }
        rates.add(answered.get() * 1_000_000_000 / (System.nanoTime() - start));
        writer.stop(new ShutdownEvent());
    }

    /** Neighbouring ballots are of different proposals, as they come from a gateway. */
    private void cast(BallotWriter writer, AtomicLong answered) {
        long n = next.getAndIncrement();
        Box box = boxes.get((int) (n % PROPOSALS));
        UUID voter = voters.get((int) (n / PROPOSALS % VOTERS));
        int option = (int) (n / PROPOSALS / VOTERS % 3) + 1;
        Cast cast = Ballots.cast(box, voter, option);
        switch (writer.cast(cast).toCompletableFuture().join().outcome()) {
            case CastOutcome.Accepted _, CastOutcome.Replaced _ -> answered.incrementAndGet();
            default -> refused.incrementAndGet();
        }
    }

    private BallotWriter writer(int writers) {
        BallotWriterConfig config =
                new SmallRyeConfigBuilder()
                        .withMapping(BallotWriterConfig.class)
                        .withDefaultValue("dao.ballots.writers", Integer.toString(writers))
                        .withDefaultValue("dao.ballots.deadline", "5s")
                        .build()
                        .getConfigMapping(BallotWriterConfig.class);
        return new BallotWriter(
                database,
                config,
                new WriterMetrics(new SimpleMeterRegistry()),
                Tracing.off(),
                Clock.systemUTC());
    }
}
