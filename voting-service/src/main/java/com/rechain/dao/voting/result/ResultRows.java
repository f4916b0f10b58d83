package com.rechain.dao.voting.result;

import com.rechain.dao.voting.sql.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The result table's SQL. */
final class ResultRows {
    private static final String INSERT =
            """
            INSERT INTO result (proposal_id, round, outcome, document, result_hash, certified_at)
            VALUES (?, 1, ?, ?, ?, ?)\
            """;
    private static final String FIND =
            """
            SELECT proposal_id, outcome, document, result_hash, certified_at FROM result
            WHERE proposal_id = ? ORDER BY round DESC LIMIT 1\
            """;
    // The electorate's row is no longer needed by anybody else: its lock keeps closers apart
    // without holding up late ballots.
    private static final String CLAIM =
            "SELECT proposal_id FROM electorate WHERE proposal_id = ? FOR UPDATE SKIP LOCKED";

    private ResultRows() {}

    /** Whether this transaction is the one to certify that result. */
    static boolean claim(Connection connection, UUID proposalId) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            Columns.set(claim, 1, proposalId);
            return !Columns.ids(claim).isEmpty();
        }
    }

    static void insert(Connection connection, ResultRow result) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Columns.set(insert, 1, result.proposalId());
            insert.setString(2, result.outcome());
            insert.setString(3, result.document());
            insert.setString(4, result.resultHash());
            Columns.set(insert, 5, result.certifiedAt());
            insert.executeUpdate();
        }
    }

    static Optional<ResultRow> find(Connection connection, UUID proposalId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            Columns.set(select, 1, proposalId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new ResultRow(
                                        Columns.uuid(row, 1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        Columns.instant(row, 5)))
                        : Optional.empty();
            }
        }
    }
}
