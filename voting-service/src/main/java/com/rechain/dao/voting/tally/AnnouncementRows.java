package com.rechain.dao.voting.tally;

import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.voting.sql.Columns;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    // The counters and what was announced of many proposals at once.
    private static final String STANDING =
            """
            SELECT c.proposal_id, c.choice, SUM(c.weight), SUM(c.ballots), MIN(a.fingerprint)
            FROM tally_counter c LEFT JOIN tally_announcement a ON a.proposal_id = c.proposal_id
            WHERE c.proposal_id IN %s GROUP BY c.proposal_id, c.choice\
            """;
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

    /** A tally's counters in 32 bytes, in whatever order they were added up. */
    static byte[] fingerprint(Map<String, Count> counters) {
        return Sha256.of(new TreeMap<>(counters).toString().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Those of {@code proposalIds} whose counters are not the ones announced last: one statement
     * for all. Where nothing has been counted there is nothing to announce.
     */
    static List<UUID> unannounced(Connection connection, List<UUID> proposalIds)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(STANDING.formatted(Columns.list(proposalIds.size())))) {
            for (int i = 0; i < proposalIds.size(); i++) {
                Columns.set(select, i + 1, proposalIds.get(i));
            }
            return standings(select).entrySet().stream()
                    .filter(one -> one.getValue().isUnannounced())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private static Map<UUID, Standing> standings(PreparedStatement select) throws SQLException {
        Map<UUID, Standing> standings = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                byte[] announced = row.getBytes(5);
                Count count = new Count(Columns.number(row, 3), row.getLong(4));
                standings
                        .computeIfAbsent(
                                Columns.uuid(row, 1), _ -> new Standing(new HashMap<>(), announced))
                        .add(row.getString(2), count);
            }
        }
        return standings;
    }

    /** What a proposal's counters say, without zeros, and the fingerprint announced last. */
    @SuppressWarnings("ArrayRecordComponent") // compared by content, below
    private record Standing(Map<String, Count> counters, byte @Nullable [] announced) {
        void add(String choice, Count count) {
            if (!count.isZero()) {
                counters.put(choice, count);
            }
        }

        boolean isUnannounced() {
            return !counters.isEmpty() && !Arrays.equals(fingerprint(counters), announced);
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
