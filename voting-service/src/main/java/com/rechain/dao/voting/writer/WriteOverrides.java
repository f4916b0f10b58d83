package com.rechain.dao.voting.writer;

import com.rechain.dao.voting.sql.Columns;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes what direct ballots take back from those who voted, or may vote, with their weight. */
final class WriteOverrides {
    private static final String FLOW =
            """
            UPDATE electorate_flow SET overridden_by = ?
            WHERE proposal_id = ? AND overridden_by IS NULL AND flow_no IN \
            """;
    private static final String ENTRY =
            """
            UPDATE electorate_entry SET overridden_weight = overridden_weight + ?
            WHERE proposal_id = ? AND voter_id = ?\
            """;
    private static final String BALLOT =
            "UPDATE ballot SET weight = ? WHERE proposal_id = ? AND voter_id = ?";
    private static final String HISTORY =
            """
            INSERT INTO ballot_reweighting
                (proposal_id, voter_id, overridden_by, revision, weight_before, weight_after, at)
            VALUES (?, ?, ?, ?, ?, ?, ?)\
            """;

    private WriteOverrides() {}

    static void write(Connection connection, Overrides overrides) throws SQLException {
        if (overrides.flows().isEmpty()) {
            return;
        }
        flows(connection, overrides.flows());
        entries(connection, overrides.entries());
        if (!overrides.ballots().isEmpty()) {
            ballots(connection, overrides.ballots());
            history(connection, overrides.ballots());
        }
    }

    /** One statement for all flows that one ballot takes back. */
    private static void flows(Connection connection, Map<FlowKey, UUID> flows) throws SQLException {
        Map<BallotKey, List<Integer>> byVoter = new LinkedHashMap<>();
        flows.forEach((flow, voter) ->
                byVoter.computeIfAbsent(
                                new BallotKey(flow.proposalId(), voter), _ -> new ArrayList<>())
                        .add(flow.number()));
        for (Map.Entry<BallotKey, List<Integer>> one : byVoter.entrySet()) {
            flows(connection, one.getKey(), one.getValue());
        }
    }

    private static void flows(Connection connection, BallotKey voter, List<Integer> numbers)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(FLOW + Columns.list(numbers.size()))) {
            Columns.set(update, 1, voter.voterId());
            Columns.set(update, 2, voter.proposalId());
            for (int i = 0; i < numbers.size(); i++) {
                update.setInt(3 + i, numbers.get(i));
            }
            requireEach(update.executeUpdate(), numbers.size());
        }
    }

    private static void entries(Connection connection, Map<BallotKey, BigInteger> entries)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ENTRY)) {
            for (Map.Entry<BallotKey, BigInteger> entry : entries.entrySet()) {
                Columns.set(update, 1, entry.getValue());
                Columns.set(update, 2, entry.getKey().proposalId());
                Columns.set(update, 3, entry.getKey().voterId());
                update.addBatch();
            }
            requireEach(update.executeBatch());
        }
    }

    /** In their order, so that the last of several changes of one ballot stays. */
    private static void ballots(Connection connection, Iterable<Reweighted> ballots)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(BALLOT)) {
            for (Reweighted reweighted : ballots) {
                Columns.set(update, 1, reweighted.after());
                Columns.set(update, 2, reweighted.ballot().proposalId());
                Columns.set(update, 3, reweighted.ballot().voterId());
                update.addBatch();
            }
            requireEach(update.executeBatch());
        }
    }

    private static void history(Connection connection, Iterable<Reweighted> ballots)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(HISTORY)) {
            for (Reweighted reweighted : ballots) {
                Columns.set(insert, 1, reweighted.ballot().proposalId());
                Columns.set(insert, 2, reweighted.ballot().voterId());
                Columns.set(insert, 3, reweighted.by());
                insert.setInt(4, reweighted.revision());
                Columns.set(insert, 5, reweighted.before());
                Columns.set(insert, 6, reweighted.after());
                Columns.set(insert, 7, reweighted.at());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void requireEach(int[] matched) throws SQLException {
        for (int rows : matched) {
            requireEach(rows, 1);
        }
    }

    /** What must be there is locked: anything else is a bug, and nothing is written. */
    private static void requireEach(int matched, int expected) throws SQLException {
        if (matched != expected) {
            throw new SQLException("a flow changed although its target's entry was locked");
        }
    }
}
