package com.rechain.dao.voting.writer;

import com.rechain.dao.platform.event.OutboxRows;
import com.rechain.dao.tally.ballot.Count;
import com.rechain.dao.voting.sql.Columns;
import com.rechain.dao.voting.writer.BatchPlan.Counter;
import com.rechain.dao.voting.writer.BatchPlan.Current;
import com.rechain.dao.voting.writer.BatchPlan.Recorded;
import com.rechain.dao.voting.writer.BatchPlan.Used;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan: every kind of row in one round trip. The driver turns a batch of inserts into one
 * with many rows.
 */
final class WriteRows {
    private static final String REVISION =
            """
            INSERT INTO ballot_revision
                (proposal_id, voter_id, revision, choice, weight, reason, nonce, ballot_hash, cast_at, receipt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """;
    private static final String FIRST =
            """
            INSERT INTO ballot (proposal_id, voter_id, revision, choice, weight, reason_hash, ballot_hash, cast_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
            """;
    private static final String REPLACE =
            """
            UPDATE ballot SET revision = ?, choice = ?, weight = ?, reason_hash = ?, ballot_hash = ?, cast_at = ?
            WHERE proposal_id = ? AND voter_id = ? AND revision = ?\
            """;
    private static final String COUNT =
            """
            INSERT INTO tally_counter (proposal_id, choice, shard, weight, ballots) VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE weight = weight + VALUES(weight), ballots = ballots + VALUES(ballots)\
            """;
    private static final String KEY =
            """
            INSERT INTO idempotency_key (scope_id, caller_id, request_key, request_hash, status, body, created_at)
            VALUES (?, ?, ?, ?, 200, ?, ?)\
            """;

    private WriteRows() {}

    static void write(Connection connection, BatchPlan plan, int shard, Instant now)
            throws SQLException {
        if (!plan.recorded().isEmpty()) {
            revisions(connection, plan.recorded());
            firsts(connection, plan.currents());
            replacements(connection, plan.currents());
            WriteOverrides.write(connection, plan.overrides());
            counters(connection, plan.counters(), shard);
            OutboxRows.insert(connection, BatchEvents.of(plan));
        }
        keys(connection, plan.used(), now);
    }

    private static void revisions(Connection connection, List<Recorded> ballots)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REVISION)) {
            for (Recorded ballot : ballots) {
                Receipt receipt = ballot.receipt();
                Columns.set(insert, 1, receipt.proposalId());
                Columns.set(insert, 2, receipt.voterId());
                insert.setInt(3, receipt.revision());
                insert.setString(4, receipt.choice());
                Columns.set(insert, 5, receipt.weight());
                insert.setString(6, ballot.cast().reason());
                insert.setBytes(7, HexFormat.of().parseHex(receipt.nonce()));
                insert.setBytes(8, HexFormat.of().parseHex(receipt.ballotHash()));
                Columns.set(insert, 9, receipt.castAt());
                insert.setString(10, receipt.canonical());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void firsts(Connection connection, List<Current> currents) throws SQLException {
        List<Receipt> firsts =
                currents.stream()
                        .filter(current -> current.replaces() == 0)
                        .map(Current::receipt)
                        .toList();
        if (firsts.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(FIRST)) {
            for (Receipt receipt : firsts) {
                Columns.set(insert, 1, receipt.proposalId());
                Columns.set(insert, 2, receipt.voterId());
                state(insert, 3, receipt);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void replacements(Connection connection, List<Current> currents)
            throws SQLException {
        List<Current> replacements =
                currents.stream().filter(current -> current.replaces() > 0).toList();
        if (replacements.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(REPLACE)) {
            for (Current replacement : replacements) {
                state(update, 1, replacement.receipt());
                Columns.set(update, 7, replacement.receipt().proposalId());
                Columns.set(update, 8, replacement.receipt().voterId());
                update.setInt(9, replacement.replaces());
                update.addBatch();
            }
            for (int matched : update.executeBatch()) {
                if (matched != 1) {
                    throw new SQLException(
                            "a ballot changed although its voter's entry was locked");
                }
            }
        }
    }

    /** Binds the six columns in which a current ballot changes. */
    private static void state(PreparedStatement statement, int first, Receipt receipt)
            throws SQLException {
        statement.setInt(first, receipt.revision());
        statement.setString(first + 1, receipt.choice());
        Columns.set(statement, first + 2, receipt.weight());
        statement.setBytes(first + 3, bytes(receipt.reasonHash()));
        statement.setBytes(first + 4, bytes(receipt.ballotHash()));
        Columns.set(statement, first + 5, receipt.castAt());
    }

    private static void counters(Connection connection, Map<Counter, Count> changes, int shard)
            throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(COUNT)) {
            for (Map.Entry<Counter, Count> change : changes.entrySet()) {
                Columns.set(upsert, 1, change.getKey().proposalId());
                upsert.setString(2, change.getKey().choice());
                upsert.setInt(3, shard);
                Columns.set(upsert, 4, change.getValue().weight());
                upsert.setLong(5, change.getValue().ballots());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /**
     * The platform's idempotency table, scoped by proposal so that a ballot's transaction stays
     * with its proposal.
     */
    private static void keys(Connection connection, List<Used> used, Instant now)
            throws SQLException {
        if (used.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(KEY)) {
            for (Used key : used) {
                Columns.set(insert, 1, key.request().proposalId());
                Columns.set(insert, 2, key.request().voterId());
                insert.setString(3, key.request().key());
                insert.setBytes(4, HexFormat.of().parseHex(key.request().requestHash()));
                insert.setString(5, key.receipt());
                Columns.set(insert, 6, now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static byte @Nullable [] bytes(@Nullable String hex) {
        return hex == null ? null : HexFormat.of().parseHex(hex);
    }
}
