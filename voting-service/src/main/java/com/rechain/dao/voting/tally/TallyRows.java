package com.rechain.dao.voting.tally;

import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.sql.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Tallies as SQL sums them up: from the counters, or from the ballots themselves. */
public final class TallyRows {
    private static final String COUNTERS =
            """
            SELECT choice, SUM(weight), SUM(ballots) FROM tally_counter
            WHERE proposal_id = ? GROUP BY choice\
            """;
    private static final String BALLOTS =
            """
            SELECT choice, SUM(weight), COUNT(*) FROM ballot FORCE INDEX (PRIMARY)
            WHERE proposal_id = ? AND voter_id > ? AND voter_id <= ? AND weight > 0 GROUP BY choice\
            """;

    private static final String BALLOTS_BY_WEIGHT =
            """
            SELECT choice, SUM(weight), COUNT(*) FROM ballot FORCE INDEX (PRIMARY)
            WHERE proposal_id = ? AND voter_id > ? AND voter_id <= ? AND weight > 0 GROUP BY choice, weight\
            """;

    // A million ballots at once would outlast the driver's patience, and then the next attempt's
    // too.
    private static final int PART = 100_000;
    private static final String END_OF_PART =
            """
            SELECT voter_id FROM ballot FORCE INDEX (PRIMARY)
            WHERE proposal_id = ? AND voter_id > ? ORDER BY voter_id LIMIT 1 OFFSET ?\
            """;
    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final UUID LAST_ID = new UUID(-1, -1);

    private static final String LAST =
            "SELECT cast_at FROM ballot WHERE proposal_id = ? ORDER BY cast_at DESC LIMIT 1";

    private TallyRows() {}

    /** The running tally: a handful of rows, however many ballots. */
    public static Tally running(Connection connection, Box box) throws SQLException {
        Tally tally = box.system().emptyTally(box.choices().size());
        try (PreparedStatement select = connection.prepareStatement(COUNTERS)) {
            Columns.set(select, 1, box.proposalId());
            add(tally, select, counter -> ofCounter(box, counter));
        }
        return tally;
    }

    /** The tally of the current ballots, each counted again; those that carry nothing are not. */
    public static Tally recount(Connection connection, Box box) throws SQLException {
        return recount(connection, box, PART);
    }

    /** The same, at most {@code part} ballots by one statement. */
    static Tally recount(Connection connection, Box box, int part) throws SQLException {
        String sql = box.system().countsByWeight() ? BALLOTS_BY_WEIGHT : BALLOTS;
        Tally tally = box.system().emptyTally(box.choices().size());
        UUID after = FIRST_ID;
        while (!after.equals(LAST_ID)) {
            UUID last = endOfPart(connection, box.proposalId(), after, part).orElse(LAST_ID);
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                Columns.set(select, 1, box.proposalId());
                Columns.set(select, 2, after);
                Columns.set(select, 3, last);
                add(tally, select, box::valid);
            }
            after = last;
        }
        return tally;
    }

    private static Optional<UUID> endOfPart(
            Connection connection, UUID proposalId, UUID after, int part) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(END_OF_PART)) {
            Columns.set(select, 1, proposalId);
            Columns.set(select, 2, after);
            select.setInt(3, part - 1);
            return Columns.ids(select).stream().findFirst();
        }
    }

    /** When the youngest of the current ballots came; empty without any. */
    public static Optional<Instant> lastCast(Connection connection, UUID proposalId)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST)) {
            Columns.set(select, 1, proposalId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Columns.instant(row, 1)) : Optional.empty();
            }
        }
    }

    /** Adds changes of counters to a tally of the box. */
    public static void add(Tally tally, Box box, String counter, Count change) {
        tally.add(ofCounter(box, counter), change);
    }

    private static void add(Tally tally, PreparedStatement select, Reader reader)
            throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Count count = new Count(Columns.number(row, 2), row.getLong(3));
                tally.add(reader.choice(row.getString(1)), count);
            }
        }
    }

    /** Finds the choice in the first column of a row. */
    private interface Reader {
        Choice choice(String column);
    }

    private static Choice ofCounter(Box box, String counter) {
        return box.system().countsByWeight()
                ? box.valid(StrictJson.parse(counter).orElseThrow().path(0))
                : box.valid(counter);
    }
}
