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
            SELECT choice, SUM(weight), COUNT(*) FROM ballot
            WHERE proposal_id = ? AND weight > 0 GROUP BY choice\
            """;

    private static final String BALLOTS_BY_WEIGHT =
            """
            SELECT choice, SUM(weight), COUNT(*) FROM ballot
            WHERE proposal_id = ? AND weight > 0 GROUP BY choice, weight\
            """;

    private static final String LAST =
            "SELECT cast_at FROM ballot WHERE proposal_id = ? ORDER BY cast_at DESC LIMIT 1";

    private TallyRows() {}

    /** The running tally: a handful of rows, however many ballots. */
    public static Tally running(Connection connection, Box box) throws SQLException {
        return sum(connection, COUNTERS, box, counter -> ofCounter(box, counter));
    }

    /** The tally of the current ballots, each counted again; those that carry nothing are not. */
    public static Tally recount(Connection connection, Box box) throws SQLException {
        String sql = box.system().countsByWeight() ? BALLOTS_BY_WEIGHT : BALLOTS;
        return sum(connection, sql, box, box::valid);
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

    private static Tally sum(Connection connection, String sql, Box box, Reader reader)
            throws SQLException {
        Tally tally = box.system().emptyTally(box.choices().size());
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Columns.set(select, 1, box.proposalId());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Count count = new Count(Columns.number(row, 2), row.getLong(3));
                    tally.add(reader.choice(row.getString(1)), count);
                }
            }
        }
        return tally;
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
