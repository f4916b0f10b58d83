package com.rechain.dao.voting.electorate;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.voting.sql.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The electorate table's SQL for those who freeze: taking, keeping and giving back a lease. */
final class LeaseRows {
    private static final String FREE =
            "state = 'WAITING' AND next_attempt_at < ? AND (lease_until IS NULL OR lease_until < ?)";
    // More than one: other instances reach for the same ones first.
    private static final String DUE =
            "SELECT proposal_id FROM electorate WHERE %s ORDER BY next_attempt_at LIMIT 8"
                    .formatted(FREE);
    private static final String LOCK =
            """
            SELECT proposal_id, space_id, taken_at, attempts FROM electorate
            WHERE proposal_id = ? AND %s FOR UPDATE SKIP LOCKED\
            """
                    .formatted(FREE);
    private static final String TAKE =
            """
            UPDATE electorate SET lease_owner = ?, lease_until = ?, attempts = attempts + 1
            WHERE proposal_id = ?\
            """;
    private static final String KEEP =
            """
            UPDATE electorate SET lease_until = ?
            WHERE proposal_id = ? AND lease_owner = ? AND state = 'WAITING'\
            """;
    private static final String GIVE_BACK =
            """
            UPDATE electorate SET lease_owner = NULL, lease_until = NULL, next_attempt_at = ?
            WHERE proposal_id = ? AND lease_owner = ? AND state = 'WAITING'\
            """;

    private LeaseRows() {}

    /**
     * A few electorates whose instant is strictly past and that nobody freezes, longest due first.
     * Locks nothing: they may be of several shards.
     */
    static List<UUID> due(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            Columns.set(select, 1, now);
            Columns.set(select, 2, now);
            return Columns.ids(select);
        }
    }

    /** Takes the lease of an electorate if it is still due and nobody freezes it. */
    static Optional<Lease> take(Connection connection, UUID proposalId, Instant now, Instant until)
            throws SQLException {
        Optional<Lease> free = lock(connection, proposalId, now);
        if (free.isPresent()) {
            try (PreparedStatement take = connection.prepareStatement(TAKE)) {
                Columns.set(take, 1, free.get().owner());
                Columns.set(take, 2, until);
                Columns.set(take, 3, proposalId);
                take.executeUpdate();
            }
        }
        return free;
    }

    private static Optional<Lease> lock(Connection connection, UUID proposalId, Instant now)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            Columns.set(select, 1, proposalId);
            Columns.set(select, 2, now);
            Columns.set(select, 3, now);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Lease(
                                        Columns.uuid(row, 1),
                                        Columns.uuid(row, 2),
                                        Ids.next(),
                                        Columns.instant(row, 3),
                                        row.getInt(4) + 1))
                        : Optional.empty();
            }
        }
    }

    /**
     * Keeps the lease to the end of this transaction, which locks its row, and until {@code until}
     * after it.
     *
     * @throws LeaseLostException when it is gone
     */
    static void keep(Connection connection, Lease lease, Instant until) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            Columns.set(keep, 1, until);
            Columns.set(keep, 2, lease.proposalId());
            Columns.set(keep, 3, lease.owner());
            requireOne(keep.executeUpdate(), lease.proposalId());
        }
    }

    static void giveBack(Connection connection, Lease lease, Instant nextAttempt)
            throws SQLException {
        try (PreparedStatement back = connection.prepareStatement(GIVE_BACK)) {
            Columns.set(back, 1, nextAttempt);
            Columns.set(back, 2, lease.proposalId());
            Columns.set(back, 3, lease.owner());
            back.executeUpdate();
        }
    }

    private static void requireOne(int matched, UUID proposalId) {
        if (matched != 1) {
            throw new LeaseLostException(proposalId);
        }
    }
}
