package com.rechain.dao.voting.electorate;

import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.power.Flow;
import com.rechain.dao.voting.electorate.VoterView.FlowView;
import com.rechain.dao.voting.sql.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The SQL of flows when they are frozen and when they are shown. */
final class FlowRows {
    private static final String INSERT =
            """
            INSERT INTO electorate_flow (proposal_id, flow_no, owner_id, target_id, amount, path)
            VALUES (?, ?, ?, ?, ?, ?)\
            """;
    private static final String INSERT_VIA =
            "INSERT INTO electorate_flow_via (proposal_id, via_id, flow_no) VALUES (?, ?, ?)";
    private static final String CLEAR = "DELETE FROM electorate_flow WHERE proposal_id = ? LIMIT ?";
    private static final String CLEAR_VIA =
            "DELETE FROM electorate_flow_via WHERE proposal_id = ? LIMIT ?";
    private static final String DELEGATED = "UPDATE box SET delegated = TRUE WHERE proposal_id = ?";
    private static final String SHOWN =
            """
            SELECT flow_no, owner_id, amount, path, overridden_by FROM electorate_flow
            WHERE proposal_id = ? AND %s = ? AND flow_no > ? ORDER BY flow_no LIMIT ?\
            """;

    private FlowRows() {}

    /** Inserts flows, numbered from {@code first} on. */
    static void insert(Connection connection, UUID proposalId, int first, List<Flow> flows)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement via = connection.prepareStatement(INSERT_VIA)) {
            for (int i = 0; i < flows.size(); i++) {
                Flow flow = flows.get(i);
                Columns.set(insert, 1, proposalId);
                insert.setInt(2, first + i);
                Columns.set(insert, 3, flow.ownerId());
                Columns.set(insert, 4, flow.targetId());
                Columns.set(insert, 5, flow.amount());
                insert.setString(6, CanonicalJson.text(flow.pathJson()));
                insert.addBatch();
                for (UUID member : flow.via()) {
                    Columns.set(via, 1, proposalId);
                    Columns.set(via, 2, member);
                    via.setInt(3, first + i);
                    via.addBatch();
                }
            }
            insert.executeBatch();
            via.executeBatch();
        }
    }

    /** Deletes up to {@code limit} rows of each table and tells the greater number. */
    static int clear(Connection connection, UUID proposalId, int limit) throws SQLException {
        return Math.max(
                clear(connection, CLEAR, proposalId, limit),
                clear(connection, CLEAR_VIA, proposalId, limit));
    }

    private static int clear(Connection connection, String sql, UUID proposalId, int limit)
            throws SQLException {
        try (PreparedStatement clear = connection.prepareStatement(sql)) {
            Columns.set(clear, 1, proposalId);
            clear.setInt(2, limit);
            return clear.executeUpdate();
        }
    }

    /** Notes that ballots in this box may change each other. */
    static void markDelegated(Connection connection, UUID proposalId) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(DELEGATED)) {
            Columns.set(update, 1, proposalId);
            update.executeUpdate();
        }
    }

    /** Whose flows, after which number, and how many of them. */
    record Asked(UUID proposalId, UUID voterId, int after, int limit) {}

    static List<FlowView> received(Connection connection, Asked asked) throws SQLException {
        return shown(connection, "target_id", asked);
    }

    static List<FlowView> given(Connection connection, Asked asked) throws SQLException {
        return shown(connection, "owner_id", asked);
    }

    private static List<FlowView> shown(Connection connection, String column, Asked asked)
            throws SQLException {
        List<FlowView> flows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SHOWN.formatted(column))) {
            Columns.set(select, 1, asked.proposalId());
            Columns.set(select, 2, asked.voterId());
            select.setInt(3, asked.after());
            select.setInt(4, asked.limit());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    flows.add(
                            new FlowView(
                                    row.getInt(1),
                                    Columns.uuid(row, 2),
                                    Columns.number(row, 3).toString(),
                                    row.getString(4),
                                    Columns.uuidOrNull(row, 5)));
                }
            }
        }
        return flows;
    }
}
