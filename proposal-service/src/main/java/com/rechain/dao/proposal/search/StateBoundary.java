package com.rechain.dao.proposal.search;

import com.rechain.dao.platform.answer.ReadyAnswer;
import com.rechain.dao.proposal.proposal.ProposalRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Finds the next instant at which the passing of time alone changes the state of any proposal. */
final class StateBoundary {
    // Each part is the first entry of an index range: the start scheduler's index, the one by end,
    // and those by the end of the challenge and by expiry.
    private static final String NEXT =
            """
            SELECT MIN(boundary.at) AS next FROM (
              SELECT MIN(p.starts_at) AS at FROM proposal p
              WHERE p.status = 'PUBLISHED' AND p.started_at IS NULL AND p.starts_at > ?
              UNION ALL
              SELECT MIN(p.electorate_ready_at) FROM proposal p
              WHERE p.status = 'PUBLISHED' AND p.started_at IS NULL AND p.electorate_ready_at > ?
              UNION ALL
              (SELECT p.ends_at FROM proposal p
               WHERE p.status = 'PUBLISHED' AND p.ends_at > ? ORDER BY p.ends_at LIMIT 1)
              UNION ALL
              SELECT MIN(p.challenge_ends_at) FROM proposal p
              WHERE p.status = 'TIMELOCKED' AND p.challenge_ends_at > ?
              UNION ALL
              SELECT MIN(p.expires_at) FROM proposal p
              WHERE p.status = 'TIMELOCKED' AND p.expires_at > ?
              UNION ALL
              SELECT MIN(p.expires_at) FROM proposal p
              WHERE p.status = 'FALTERED' AND p.expires_at > ?
            ) boundary\
            """;
    private static final int PARTS = 6;

    private StateBoundary() {}

    /**
     * The first such instant after {@code now}; {@link ReadyAnswer#FOREVER} where none is known.
     */
    static Instant after(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            for (int i = 1; i <= PARTS; i++) {
                statement.setObject(i, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
            }
            try (ResultSet row = statement.executeQuery()) {
                Instant next = row.next() ? ProposalRows.instant(row, "next") : null;
                return next == null ? ReadyAnswer.FOREVER : next;
            }
        }
    }
}
