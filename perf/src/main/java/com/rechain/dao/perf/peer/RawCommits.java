package com.rechain.dao.perf.peer;

import com.rechain.dao.devstack.backing.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many durable commits the database does without us: each connection inserts a row of a
 * ballot's size and commits, again and again, under the settings of the very server that the
 * platform uses.
 */
public final class RawCommits {
    private static final String CREATE =
            """
            CREATE TABLE raw_commit (
                id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
                proposal_id BINARY(16) NOT NULL, voter_id BINARY(16) NOT NULL,
                choice VARCHAR(64) NOT NULL, hash BINARY(32) NOT NULL, cast_at DATETIME(6) NOT NULL)\
            """;
    private static final String INSERT =
            "INSERT INTO raw_commit (proposal_id, voter_id, choice, hash, cast_at) VALUES (?, ?, ?, ?, NOW(6))";

    private static final String SCRATCH = "raw_commits";

    private final Database database;

    /** Measures on {@code database}, in a schema of its own that is dropped afterwards. */
    public RawCommits(Database database) {
        this.database = database;
    }

    /** Commits per second over {@code connections} connections. */
    public double measure(int connections, Duration duration)
            throws SQLException, InterruptedException {
        prepare();
        AtomicLong commits = new AtomicLong();
        long deadline = System.nanoTime() + duration.toNanos();
        long started = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(connections)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(
                        workers.submit(() -> {
                            commitUntil(deadline, commits);
                            return null;
                        }));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException("a raw connection failed", e.getCause());
        } finally {
            drop();
        }
        return commits.get() * 1e9 / (System.nanoTime() - started);
    }

    private void commitUntil(long deadline, AtomicLong commits) throws SQLException {
        byte[] id = new byte[16];
        byte[] hash = new byte[32];
        try (Connection connection = connect(SCRATCH);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < deadline) {
                insert.setBytes(1, id);
                insert.setBytes(2, id);
                insert.setString(3, "1");
                insert.setBytes(4, hash);
                insert.executeUpdate();
                connection.commit();
                commits.incrementAndGet();
            }
        }
    }

    private void prepare() throws SQLException {
        drop();
        execute("", "CREATE DATABASE " + SCRATCH);
        execute(SCRATCH, CREATE);
    }

    private void drop() throws SQLException {
        execute("", "DROP DATABASE IF EXISTS " + SCRATCH);
    }

    private void execute(String schema, String sql) throws SQLException {
        try (Connection connection = connect(schema);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String schema) throws SQLException {
        return database.connect(database.admin(), schema);
    }
}
