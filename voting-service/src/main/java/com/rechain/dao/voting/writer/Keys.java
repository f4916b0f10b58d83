package com.rechain.dao.voting.writer;

import com.rechain.dao.voting.sql.Columns;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keys of ballots as a statement names them. */
final class Keys {
    private Keys() {}

    /**
     * One IN list per proposal: both optimisers turn that into ranges of the primary key. The list
     * of several proposals before it is Vitess's, which looks for shards in no OR.
     */
    static String where(String table, String voter, Collection<BallotKey> keys) {
        Map<UUID, Integer> perProposal = new LinkedHashMap<>();
        keys.stream().sorted().forEach(key -> perProposal.merge(key.proposalId(), 1, Integer::sum));
        List<String> groups = new ArrayList<>();
        perProposal
                .values()
                .forEach(voters ->
                        groups.add(
                                "(%1$s.proposal_id = ? AND %1$s.%2$s IN %3$s)"
                                        .formatted(table, voter, Columns.list(voters))));
        String any = String.join(" OR ", groups);
        return groups.size() == 1
                ? any
                : "%s.proposal_id IN %s AND (%s)"
                        .formatted(table, Columns.list(groups.size()), any);
    }

    /** Binds all parameters of {@link #where}. */
    static void bind(PreparedStatement select, Collection<BallotKey> keys) throws SQLException {
        int index = 1;
        List<UUID> proposals =
                keys.stream().map(BallotKey::proposalId).distinct().sorted().toList();
        if (proposals.size() > 1) {
            for (UUID id : proposals) {
                Columns.set(select, index++, id);
            }
        }
        UUID proposal = null;
        for (BallotKey key : keys.stream().sorted().toList()) {
            if (!key.proposalId().equals(proposal)) {
                proposal = key.proposalId();
                Columns.set(select, index++, proposal);
            }
            Columns.set(select, index++, key.voterId());
        }
    }

    /** The key in a row's first two columns. */
    static BallotKey key(ResultSet row) throws SQLException {
        return new BallotKey(Columns.uuid(row, 1), Columns.uuid(row, 2));
    }
}
