package com.rechain.dao.voting.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.sql.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

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
            WHERE proposal_id = ? GROUP BY choice\
            """;

    private TallyRows() {}

    /** The running tally: a handful of rows, however many ballots. */
    public static Tally running(Connection connection, Box box) throws SQLException {
        return sum(connection, COUNTERS, box);
    }

    /** The tally of the current ballots, each counted again. */
    public static Tally recount(Connection connection, Box box) throws SQLException {
        return sum(connection, BALLOTS, box);
    }

    private static Tally sum(Connection connection, String sql, Box box) throws SQLException {
        Tally tally = box.system().emptyTally(box.choices().size());
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Columns.set(select, 1, box.proposalId());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    add(
                            tally,
                            box,
                            row.getString(1),
                            new Count(Columns.number(row, 2), row.getLong(3)));
                }
            }
        }
        return tally;
    }

    private static void add(Tally tally, Box box, String choice, Count count) {
        JsonNode json = StrictJson.parse(choice).orElseThrow();
        switch (box.check(json)) {
            case BallotCheck.Valid(var valid) -> tally.add(valid, count);
            case BallotCheck.Invalid(var broken) ->
                    throw new IllegalStateException(
                            "a stored choice is not valid: " + broken.rule());
        }
    }
}
