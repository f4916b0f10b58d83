package com.rechain.dao.perf.plant;

import com.rechain.dao.devstack.backing.Database;
import com.rechain.dao.devstack.process.Await;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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
    private static final int SECONDS_BEHIND = 6;
    private static final Duration FALLS_BEHIND = Duration.ofSeconds(30);

    private DatabaseSowings() {}

    /** "My ballots" without its index. */
    static AutoCloseable dropIndex(Bed bed, Ground ground) throws SQLException {
        Database primary = bed.backing().primary();
        String index = text(primary, INDEX);
        String columns = text(primary, COLUMNS.formatted(index));
        execute(primary, "ALTER TABLE voting.ballot DROP INDEX " + index);
        return () ->
                execute(
                        primary,
                        "ALTER TABLE voting.ballot ADD INDEX %s (%s)".formatted(index, columns));
    }

    /** A replica that applies everything six seconds late. */
    static AutoCloseable delayReplica(Bed bed, Ground ground) throws SQLException {
        Database replica = bed.backing().replica();
        delay(replica, SECONDS_BEHIND);
        Await.until(FALLS_BEHIND, () -> secondsBehind(replica) >= SECONDS_BEHIND - 1);
        return () -> {
            delay(replica, 0);
            Await.until(FALLS_BEHIND, () -> secondsBehind(replica) == 0);
        };
    }

    /** Somebody who holds the counters of the most-voted proposals for 60 ms, again and again. */
    static AutoCloseable holdRows(Bed bed, Ground ground) {
        Database primary = bed.backing().primary();
        Thread holder =
                Thread.ofVirtual()
                        .start(() -> {
                            try (Connection connection = primary.connect()) {
                                connection.setAutoCommit(false);
                                while (!Thread.currentThread().isInterrupted()) {
                                    for (UUID proposal : ground.proposals().subList(0, 20)) {
                                        lock(connection, proposal);
                                    }
                                    LockSupport.parkNanos(HELD_NANOS);
                                    connection.commit();
                                    LockSupport.parkNanos(HELD_NANOS);
                                }
                            } catch (SQLException _) {
                                // A deadlock chose this one; the rest of the run shows what there
                                // was.
                            }
                        });
        return () -> {
            holder.interrupt();
            holder.join();
        };
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

    private static void delay(Database replica, int seconds) throws SQLException {
        execute(replica, "STOP SLAVE SQL_THREAD");
        execute(replica, "CHANGE MASTER TO MASTER_DELAY = " + seconds);
        execute(replica, "START SLAVE SQL_THREAD");
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
