package com.rechain.dao.voting.electorate;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.voting.sql.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The electorate table's SQL for those who freeze: taking, keeping and giving back a lease. */
final class LeaseRows {
    private static final String DUE =
            """
            SELECT proposal_id, space_id, taken_at, attempts FROM electorate
            WHERE state = 'WAITING' AND next_attempt_at < ? AND (lease_until IS NULL OR lease_until < ?)
            ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED\
            """;
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
     * Takes the lease of one electorate whose instant is strictly past and that nobody freezes, if
     * there is one.
     */
    static Optional<Lease> take(Connection connection, Instant now, Instant until)
            throws SQLException {
        Optional<Lease> due = due(connection, now);
        if (due.isPresent()) {
            try (PreparedStatement take = connection.prepareStatement(TAKE)) {
                Columns.set(take, 1, due.get().owner());
                Columns.set(take, 2, until);
                Columns.set(take, 3, due.get().proposalId());
                take.executeUpdate();
            }
        }
        return due;
    }

    private static Optional<Lease> due(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            Columns.set(select, 1, now);
            Columns.set(select, 2, now);
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
