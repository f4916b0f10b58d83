package com.rechain.dao.voting.writer;

import com.rechain.dao.voting.sql.Columns;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** Writes what direct ballots take back from those who voted, or may vote, with their weight. */
final class WriteOverrides {
    private static final String FLOW =
            """
            UPDATE electorate_flow SET overridden_by = ?
            WHERE proposal_id = ? AND flow_no = ? AND overridden_by IS NULL\
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

    private static void flows(Connection connection, Map<FlowKey, UUID> flows) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(FLOW)) {
            for (Map.Entry<FlowKey, UUID> flow : flows.entrySet()) {
                Columns.set(update, 1, flow.getValue());
                Columns.set(update, 2, flow.getKey().proposalId());
                update.setInt(3, flow.getKey().number());
                update.addBatch();
            }
            requireEach(update.executeBatch());
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

    /** What must be there is locked: anything but one row each is a bug, and nothing is written. */
    private static void requireEach(int[] matched) throws SQLException {
        for (int rows : matched) {
            if (rows != 1) {
                throw new SQLException("a flow changed although its target's entry was locked");
            }
        }
    }
}
