package com.rechain.dao.perf.seed;

import com.rechain.dao.devstack.backing.Schema;
import com.rechain.dao.devstack.client.SignedIn;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.platform.Stores;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Puts a {@link Layout} into a platform that has not been seeded before. Accounts get the password
 * of one that is registered through the API: the hash is a real one, by the service's own
 * parameters and pepper, and the same for all, because a million of their own would take hours.
 */
public final class Seeding {
    /** The password of every seeded account. */
    public static final String PASSWORD = "one password for all who were seeded";

    private static final String KEEPER = "seed-keeper";
    private static final Duration REPLICATION = Duration.ofMinutes(30);
    private static final long POLL_NANOS = Duration.ofMillis(200).toNanos();

    private final Stores target;
    private final PrintStream out;
    private final AtomicLong rows = new AtomicLong();

    public Seeding(Stores target, PrintStream out) {
        this.target = target;
        this.out = out;
    }

    /**
     * Seeds, and returns a checksum over all rows but the password's hash once the replica has them
     * too.
     */
    public long seed(SeedSize size) throws SQLException, InterruptedException {
        Layout layout = new Layout(size);
        requireNotSeeded();
        long started = System.nanoTime();
        String secret = secret();
        long checksum;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<Long> voting = two.submit(() -> voting(layout));
            Future<Long> others = two.submit(() -> users(layout, secret) * 31 + proposals(layout));
            progress(voting, others, started);
            checksum = voting.get() * 961 + others.get();
        } catch (ExecutionException e) {
            throw new SQLException("seeding stopped: " + e.getMessage(), e);
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        out.printf(
                "%,d rows in %,.1f s: %,.0f rows/s. Checksum %016x%n",
                rows.get(), seconds, rows.get() / seconds, checksum);
        awaitReplica();
        out.printf("The replica has them after %,.1f s%n", (System.nanoTime() - started) / 1e9);
        return checksum;
    }

    private long voting(Layout layout) throws SQLException {
        try (Inserts inserts = Inserts.into(target, Schema.VOTING, rows)) {
            try (VotingRows voting = new VotingRows(layout, inserts, new Verdicts(layout))) {
                voting.write();
            }
            return inserts.checksum();
        }
    }

    private long users(Layout layout, String secret) throws SQLException {
        try (Inserts inserts = Inserts.into(target, Schema.USERS, rows)) {
            inserts.variable("secret", secret);
            new UserRows(layout, inserts).write();
            return inserts.checksum();
        }
    }

    private long proposals(Layout layout) throws SQLException {
        try (Inserts inserts = Inserts.into(target, Schema.PROPOSALS, rows)) {
            new ProposalRows(layout, inserts, new Verdicts(layout)).write();
            return inserts.checksum();
        }
    }

    private void requireNotSeeded() throws SQLException {
        try (Connection users = target.primary(Schema.USERS);
                PreparedStatement select =
                        users.prepareStatement("SELECT 1 FROM account WHERE handle = ?")) {
            select.setString(1, KEEPER);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    throw new UsageException(
                            "This platform has been seeded before, or a seeding was cut off: ./dao down and ./dao reset first.");
                }
            }
        }
    }

    private String secret() throws SQLException {
        SignedIn keeper = SignedIn.register(target.anyone(), KEEPER, PASSWORD);
        try (Connection users = target.primary(Schema.USERS);
                PreparedStatement select =
                        users.prepareStatement(
                                "SELECT secret FROM credential WHERE kind = 'PASSWORD' AND issuer = '' AND subject = ?")) {
            select.setString(1, keeper.id().toString());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void progress(Future<?> one, Future<?> other, long started) {
        long next = started + Duration.ofSeconds(10).toNanos();
        while (!one.isDone() || !other.isDone()) {
            LockSupport.parkNanos(POLL_NANOS);
            if (System.nanoTime() > next) {
                next += Duration.ofSeconds(10).toNanos();
                out.printf(
                        "  %,14d rows after %,d s%n",
                        rows.get(), (System.nanoTime() - started) / 1_000_000_000);
            }
        }
    }

    /** Returns when the replica shows what was the primary's last heartbeat. */
    private void awaitReplica() throws SQLException {
        for (Schema schema : Schema.values()) {
            try (Connection primary = target.primary(schema);
                    Connection replica = target.replica(schema)) {
                long beat = beat(primary);
                long deadline = System.nanoTime() + REPLICATION.toNanos();
                while (beat(replica) < beat) {
                    if (System.nanoTime() > deadline) {
                        throw new SQLException("the replica does not catch up");
                    }
                    LockSupport.parkNanos(POLL_NANOS);
                }
            }
        }
    }

    private static long beat(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT beat_micros FROM heartbeat WHERE id = 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
