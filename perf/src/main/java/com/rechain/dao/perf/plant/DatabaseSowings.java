package com.rechain.dao.perf.plant;

import com.rechain.dao.devstack.backing.Database;
import com.rechain.dao.devstack.backing.ReplicaDelay;
import com.rechain.dao.devstack.process.Await;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** What can be done to the databases from outside, and undone. */
final class DatabaseSowings {
    private static final String INDEX =
            "SELECT index_name FROM information_schema.statistics WHERE table_schema = 'voting' AND"
                    + " table_name = 'ballot' AND column_name = 'voter_id' AND seq_in_index = 1";
    private static final String COLUMNS =
            "SELECT GROUP_CONCAT(column_name ORDER BY seq_in_index) FROM"
                    + " information_schema.statistics WHERE table_schema = 'voting' AND table_name ="
                    + " 'ballot' AND index_name = '%s'";
    private static final long HELD_NANOS = Duration.ofMillis(60).toNanos();
    private static final int HELD_PROPOSALS = 5;
    private static final int SECONDS_BEHIND = 6;
    private static final Duration FALLS_BEHIND = Duration.ofSeconds(30);

    private DatabaseSowings() {}

    /** "My ballots" without its index. */
    static AutoCloseable dropIndex(OwnPlatform platform, Ground ground) throws SQLException {
        Database primary = platform.backing().primary();
        String index = text(primary, INDEX);
        String columns = text(primary, COLUMNS.formatted(index));
        execute(primary, "ALTER TABLE voting.ballot DROP INDEX " + index);
        return () ->
                execute(
                        primary,
                        "ALTER TABLE voting.ballot ADD INDEX %s (%s)".formatted(index, columns));
    }

    /** A replica that applies everything six seconds late. */
    static AutoCloseable delayReplica(OwnPlatform platform, Ground ground) throws SQLException {
        Database replica = platform.backing().replica();
        ReplicaDelay.set(replica, SECONDS_BEHIND);
        Await.until(FALLS_BEHIND, () -> secondsBehind(replica) >= SECONDS_BEHIND - 1);
        return () -> {
            ReplicaDelay.set(replica, 0);
            Await.until(FALLS_BEHIND, () -> secondsBehind(replica) == 0);
        };
    }

    /** Somebody who holds the counters of the most-voted proposals for 60 ms, again and again. */
    static AutoCloseable holdRows(OwnPlatform platform, Ground ground) throws SQLException {
        Connection connection = platform.backing().primary().connect();
        connection.setAutoCommit(false);
        Thread holder =
                Thread.ofVirtual()
                        .start(() -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                hold(connection, ground.proposals().subList(0, HELD_PROPOSALS));
                            }
                        });
        return () -> {
            holder.interrupt();
            holder.join();
            connection.close();
        };
    }

    private static void hold(Connection connection, List<UUID> proposals) {
        try {
            for (UUID proposal : proposals) {
                lock(connection, proposal);
            }
            LockSupport.parkNanos(HELD_NANOS);
            connection.commit();
        } catch (SQLException _) {
            // Chosen by a deadlock: the server has rolled it back, and it goes on.
        }
        LockSupport.parkNanos(HELD_NANOS);
    }

    private static void lock(Connection connection, UUID proposal) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT ballots FROM voting.tally_counter WHERE proposal_id = ? FOR"
                                + " UPDATE")) {
            ByteBuffer id = ByteBuffer.allocate(16);
            id.putLong(proposal.getMostSignificantBits());
            id.putLong(proposal.getLeastSignificantBits());
            select.setBytes(1, id.array());
            select.executeQuery().close();
        }
    }

    private static int secondsBehind(Database replica) {
        try (Connection connection = replica.connect();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SHOW SLAVE STATUS")) {
            return row.next() ? row.getInt("Seconds_Behind_Master") : 0;
        } catch (SQLException _) {
            return 0;
        }
    }

    private static String text(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            if (!row.next()) {
                throw new SQLException("nothing to plant: " + query);
            }
            return row.getString(1);
        }
    }

    private static void execute(Database database, String statement) throws SQLException {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
