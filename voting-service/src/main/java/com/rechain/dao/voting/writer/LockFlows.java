package com.rechain.dao.voting.writer;

import com.rechain.dao.voting.sql.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the live flows that pass through voters. A flow changes only under the lock of its target's
 * entry, and only to end: so those who read before locking see all that there can be, and those who
 * hold the locks of all targets see what there is.
 */
final class LockFlows {
    private static final String LIVE =
            """
            SELECT via.proposal_id, via.via_id, flow.flow_no, flow.target_id, flow.amount
            FROM electorate_flow_via via FORCE INDEX (PRIMARY)
            JOIN electorate_flow flow FORCE INDEX (PRIMARY)
                ON flow.proposal_id = via.proposal_id AND flow.flow_no = via.flow_no
            WHERE (%s) AND flow.overridden_by IS NULL\
            """;

    private LockFlows() {}

    /** The live flows by the voter whose first ballot takes them back. */
    static Map<BallotKey, List<FlowKey.Passing>> through(
            Connection connection, Collection<BallotKey> voters) throws SQLException {
        if (voters.isEmpty()) {
            return Map.of();
        }
        Map<BallotKey, List<FlowKey.Passing>> flows = new HashMap<>();
        String sql = LIVE.formatted(Keys.where("via", "via_id", voters));
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Keys.bind(select, voters);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    FlowKey key = new FlowKey(Columns.uuid(row, 1), row.getInt(3));
                    flows.computeIfAbsent(Keys.key(row), _ -> new ArrayList<>())
                            .add(
                                    new FlowKey.Passing(
                                            key, Columns.uuid(row, 4), Columns.number(row, 5)));
                }
            }
        }
        return flows;
    }
}
