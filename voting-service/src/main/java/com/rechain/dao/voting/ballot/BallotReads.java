package com.rechain.dao.voting.ballot;

import com.rechain.dao.platform.paging.Cursor;
import com.rechain.dao.platform.paging.Page;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.voting.box.Box;
import com.rechain.dao.voting.sql.Columns;
import com.rechain.dao.voting.sql.Primary;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lists of ballots, from the replica as fresh as the caller demands; a voter's own ballot, from the
 * primary.
 */
@ApplicationScoped
public class BallotReads {
    private static final String COLUMNS =
            """
            SELECT ballot.proposal_id, ballot.voter_id, ballot.revision, ballot.choice, ballot.weight,
                HEX(ballot.ballot_hash), ballot.cast_at, revision.reason, revision.receipt, revision.weight
            FROM ballot JOIN ballot_revision revision ON revision.proposal_id = ballot.proposal_id
                AND revision.voter_id = ballot.voter_id AND revision.revision = ballot.revision
            """;
    private static final String MINE =
            COLUMNS + "WHERE ballot.proposal_id = ? AND ballot.voter_id = ?";
    // The first bound gives the optimisers a range of the index, the second the exact place within
    // one instant.
    private static final String OF_PROPOSAL =
            COLUMNS
                    + """
                    WHERE ballot.proposal_id = ? AND ballot.cast_at <= ?
                        AND (ballot.cast_at < ? OR ballot.voter_id < ?)
                    ORDER BY ballot.cast_at DESC, ballot.voter_id DESC LIMIT ?\
                    """;
    private static final String OF_VOTER =
            COLUMNS
                    + """
                    WHERE ballot.voter_id = ? AND ballot.cast_at <= ?
                        AND (ballot.cast_at < ? OR ballot.proposal_id < ?)
                    ORDER BY ballot.cast_at DESC, ballot.proposal_id DESC LIMIT ?\
                    """;
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");
    private static final UUID LAST_ID = new UUID(-1, -1);

    private final Primary primary;
    private final ReplicaReads replica;

    BallotReads(Primary primary, ReplicaReads replica) {
        this.primary = primary;
        this.replica = replica;
    }

    public Optional<MyBallot> mine(Box box, UUID voterId) {
        return primary.readElseReplica(connection -> {
            try (PreparedStatement select = connection.prepareStatement(MINE)) {
                Columns.set(select, 1, box.proposalId());
                Columns.set(select, 2, voterId);
                return rows(select).stream().findFirst();
            }
        });
    }

    /** Current ballots of a proposal, newest first. */
    public Page<PublicBallot> ofProposal(Box box, int limit, @Nullable String cursor) {
        List<MyBallot> rows = page(OF_PROPOSAL, box.proposalId(), limit, cursor);
        return Page.of(rows, limit, last -> Cursor.encode(last.castAt(), last.voterId()))
                .map(BallotReads::withoutReceipt);
    }

    /** Current ballots of a voter, newest first. */
    public Page<MyBallot> ofVoter(UUID voterId, int limit, @Nullable String cursor) {
        List<MyBallot> rows = page(OF_VOTER, voterId, limit, cursor);
        return Page.of(rows, limit, last -> Cursor.encode(last.castAt(), last.proposalId()));
    }

    private List<MyBallot> page(String sql, UUID of, int limit, @Nullable String cursor) {
        Cursor after = cursor == null ? null : Cursor.decode(cursor, 2);
        Instant castAt = after == null ? END_OF_TIME : after.instant(0);
        UUID id = after == null ? LAST_ID : after.uuid(1);
        return replica.read(connection -> page(connection, sql, of, castAt, id, limit + 1));
    }

    private static List<MyBallot> page(
            Connection connection, String sql, UUID of, Instant castAt, UUID id, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Columns.set(select, 1, of);
            Columns.set(select, 2, castAt);
            Columns.set(select, 3, castAt);
            Columns.set(select, 4, id);
            select.setInt(5, limit);
            return rows(select);
        }
    }

    private static List<MyBallot> rows(PreparedStatement select) throws SQLException {
        List<MyBallot> ballots = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ballots.add(
                        new MyBallot(
                                Columns.uuid(row, 1),
                                Columns.uuid(row, 2),
                                row.getInt(3),
                                row.getString(4),
                                row.getString(8),
                                row.getString(5),
                                row.getString(10),
                                row.getString(6).toLowerCase(Locale.ROOT),
                                Columns.instant(row, 7),
                                row.getString(9)));
            }
        }
        return ballots;
    }

    private static PublicBallot withoutReceipt(MyBallot ballot) {
        return new PublicBallot(
                ballot.voterId(),
                ballot.revision(),
                ballot.choice(),
                ballot.reason(),
                ballot.weight(),
                ballot.castWeight(),
                ballot.ballotHash(),
                ballot.castAt());
    }
}
