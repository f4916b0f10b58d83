package com.rechain.dao.voting.writer;

import com.rechain.dao.platform.replica.PrimaryTime;
import com.rechain.dao.platform.time.Micros;
import com.rechain.dao.voting.writer.BatchPlan.Recorded;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** One transaction on the primary per batch, by plain JDBC at READ COMMITTED. */
final class VoteTransaction implements BatchStore {
    private static final Logger LOG = Logger.getLogger(VoteTransaction.class);

    private final AgroalDataSource primary;
    private final Clock clock;
    private final int shard;

    /**
     * @param shard of the tally's counters that this writer changes
     */
    VoteTransaction(AgroalDataSource primary, Clock clock, int shard) {
        this.primary = primary;
        this.clock = clock;
        this.shard = shard;
    }

    @Override
    public Written write(List<Cast> batch) throws SQLException {
        try (Connection connection = primary.getConnection()) {
            connection.setAutoCommit(false);
            BatchPlan plan = prepare(connection, batch);
            commit(connection, plan);
            return new Written(plan.outcomes(), freshness(connection));
        }
    }

    private BatchPlan prepare(Connection connection, List<Cast> batch) throws SQLException {
        try {
            Instant now = clock.instant();
            BatchFacts facts = LockRows.read(connection, batch);
            BatchPlan plan = BatchPlan.of(batch, facts);
            Map<UUID, Instant> ends = new EndMoves(connection, batch, facts).by(plan, now);
            if (!ends.isEmpty()) {
                // What came after the old end may be in time now, or out of it.
                plan = BatchPlan.of(batch, facts.ending(ends));
            }
            WriteRows.write(connection, plan, shard, now);
            return plan;
        } catch (SQLException e) {
            // A driver that loses its connection within a batch complains of a closed statement.
            throw rollBack(connection) ? e : new SQLNonTransientConnectionException(e);
        } catch (RuntimeException e) {
            rollBack(connection);
            throw e;
        }
    }

    private static void commit(Connection connection, BatchPlan plan) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new CommitUnknownException(plan, e);
        }
    }

    /** The batch is durable already: whatever happens here must not look like a failure. */
    private long freshness(Connection connection) {
        try {
            connection.setAutoCommit(true);
            return PrimaryTime.micros(connection);
        } catch (SQLException e) {
            LOG.debugf("no freshness token for a committed batch: %s", e.getMessage());
            return Micros.of(clock.instant());
        }
    }

    /** Tells whether the connection still lives; one that is lost the server rolls back itself. */
    private static boolean rollBack(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            return true;
        } catch (SQLException e) {
            LOG.debugf("not rolled back: %s", e.getMessage());
            return false;
        }
    }

    /**
     * The lost transaction holds the locks of its voters' entries until it ends: taking them means
     * that it has ended.
     */
    @Override
    public Optional<Written> written(BatchPlan plan) throws SQLException {
        try (Connection connection = primary.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return isWritten(connection, plan)
                        ? Optional.of(new Written(plan.outcomes(), PrimaryTime.micros(connection)))
                        : Optional.empty();
            } finally {
                rollBack(connection);
            }
        }
    }

    private static boolean isWritten(Connection connection, BatchPlan plan) throws SQLException {
        if (plan.recorded().isEmpty()) {
            return true;
        }
        LockRows.lockEntries(connection, voters(plan));
        return LockRows.isRecorded(connection, plan.recorded().getFirst().receipt());
    }

    private static SortedSet<BallotKey> voters(BatchPlan plan) {
        return plan.recorded().stream()
                .map(Recorded::cast)
                .map(Cast::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
