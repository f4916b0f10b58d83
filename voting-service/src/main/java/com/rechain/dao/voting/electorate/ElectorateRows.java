package com.rechain.dao.voting.electorate;

import com.rechain.dao.voting.sql.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of electorates and their entries. */
public final class ElectorateRows {
    private static final String FIND =
            """
            SELECT proposal_id, taken_at, state, voters, total_weight, merkle_root, ready_at
            FROM electorate WHERE proposal_id = ?\
            """;
    private static final String READY =
            """
            UPDATE electorate SET state = 'READY', voters = ?, total_weight = ?, merkle_root = ?, ready_at = ?,
                lease_owner = NULL, lease_until = NULL
            WHERE proposal_id = ? AND state = 'WAITING'\
            """;
    private static final String CLEAR =
            "DELETE FROM electorate_entry WHERE proposal_id = ? ORDER BY voter_id LIMIT ?";
    private static final String INSERT =
            """
            INSERT INTO electorate_entry (proposal_id, voter_id, own_weight, received_weight, leaf_hash, sources_root)
            VALUES (?, ?, ?, ?, ?, ?)\
            """;
    private static final String VOTER =
            """
            SELECT entry.voter_id, entry.own_weight, entry.received_weight, entry.sources_root, entry.overridden_weight
            FROM electorate JOIN electorate_entry entry ON entry.proposal_id = electorate.proposal_id
            WHERE electorate.proposal_id = ? AND electorate.state = 'READY' AND entry.voter_id = ?\
            """;

    private ElectorateRows() {}

    public static Optional<Electorate> find(Connection connection, UUID proposalId)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            Columns.set(select, 1, proposalId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(electorate(row)) : Optional.empty();
            }
        }
    }

    /** The entry of a voter in an electorate that is READY; a half-written one does not count. */
    static Optional<Voter> voter(Connection connection, UUID proposalId, UUID voterId)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(VOTER)) {
            Columns.set(select, 1, proposalId);
            Columns.set(select, 2, voterId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Voter(
                                        Columns.uuid(row, 1),
                                        Columns.number(row, 2),
                                        Columns.number(row, 3),
                                        hex(row.getBytes(4)),
                                        Columns.number(row, 5)))
                        : Optional.empty();
            }
        }
    }

    /** Deletes up to {@code limit} entries and tells how many there were. */
    static int clear(Connection connection, UUID proposalId, int limit) throws SQLException {
        try (PreparedStatement clear = connection.prepareStatement(CLEAR)) {
            Columns.set(clear, 1, proposalId);
            clear.setInt(2, limit);
            return clear.executeUpdate();
        }
    }

    static void insert(Connection connection, UUID proposalId, List<Voter> voters)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Voter voter : voters) {
                Columns.set(insert, 1, proposalId);
                Columns.set(insert, 2, voter.voterId());
                Columns.set(insert, 3, voter.ownWeight());
                Columns.set(insert, 4, voter.receivedWeight());
                insert.setBytes(5, voter.leafHash());
                insert.setBytes(6, bytes(voter.sourcesRoot()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void ready(Connection connection, UUID proposalId, FrozenSums sums, Instant now)
            throws SQLException {
        try (PreparedStatement ready = connection.prepareStatement(READY)) {
            ready.setLong(1, sums.voters());
            Columns.set(ready, 2, sums.totalWeight());
            ready.setBytes(3, sums.merkleRoot());
            Columns.set(ready, 4, now);
            Columns.set(ready, 5, proposalId);
            if (ready.executeUpdate() != 1) {
                throw new LeaseLostException(proposalId);
            }
        }
    }

    private static Electorate electorate(ResultSet row) throws SQLException {
        return new Electorate(
                Columns.uuid(row, 1),
                Columns.instant(row, 2),
                row.getString(3),
                row.getObject(4, Long.class),
                row.getString(5),
                hex(row.getBytes(6)),
                Columns.instantOrNull(row, 7));
    }

    private static byte @Nullable [] bytes(@Nullable String hex) {
        return hex == null ? null : HexFormat.of().parseHex(hex);
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
