package com.rechain.dao.voting.tally;

import com.rechain.dao.voting.sql.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** The SQL that keeps announcements of one tally apart over all instances. */
final class AnnouncementRows {
    private static final String PREPARE =
            """
            INSERT INTO tally_announcement (proposal_id, announced_at, fingerprint) VALUES (?, ?, ?)
            ON DUPLICATE KEY UPDATE announced_at = announced_at\
            """;
    private static final String CLAIM =
            """
            UPDATE tally_announcement SET announced_at = ?, fingerprint = ?
            WHERE proposal_id = ? AND announced_at <= ? AND fingerprint <> ?\
            """;
    private static final String LAST =
            "SELECT fingerprint FROM tally_announcement WHERE proposal_id = ?";
    private static final byte[] NOTHING = new byte[32];

    private AnnouncementRows() {}

    /**
     * Whether this transaction is the one to announce that fingerprint: it is new and the last one
     * is long enough ago.
     */
    static boolean claim(
            Connection connection,
            UUID proposalId,
            byte[] fingerprint,
            Instant now,
            Instant lastBefore)
            throws SQLException {
        try (PreparedStatement prepare = connection.prepareStatement(PREPARE)) {
            Columns.set(prepare, 1, proposalId);
            Columns.set(prepare, 2, Instant.EPOCH);
            prepare.setBytes(3, NOTHING);
            prepare.executeUpdate();
        }
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            Columns.set(claim, 1, now);
            claim.setBytes(2, fingerprint);
            Columns.set(claim, 3, proposalId);
            Columns.set(claim, 4, lastBefore);
            claim.setBytes(5, fingerprint);
            return claim.executeUpdate() == 1;
        }
    }

    /** Whether that fingerprint is the one announced last. */
    static boolean isAnnounced(Connection connection, UUID proposalId, byte[] fingerprint)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST)) {
            Columns.set(select, 1, proposalId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && Arrays.equals(fingerprint, row.getBytes(1));
            }
        }
    }
}
