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
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
    // One statement for all, which the driver cannot make of updates. That nobody else replaces the
    // same ballot is seen to by its voter's lock and, were that to fail, by the key of its
    // revisions.
    private static final String REPLACE =
            """
            INSERT INTO ballot (proposal_id, voter_id, revision, choice, weight, reason_hash, ballot_hash, cast_at)
            VALUES %s
            ON DUPLICATE KEY UPDATE revision = VALUES(revision), choice = VALUES(choice), weight = VALUES(weight),
                reason_hash = VALUES(reason_hash), ballot_hash = VALUES(ballot_hash), cast_at = VALUES(cast_at)\
            """;
    private static final int COLUMNS = 8;

    /** What an upsert counts a row that was there as; one that was not is 1. */
    private static final int REPLACED = 2;

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
        List<Receipt> firsts = receipts(currents, current -> current.replaces() == 0);
        if (firsts.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(FIRST)) {
            for (Receipt receipt : firsts) {
                ballot(insert, 1, receipt);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void replacements(Connection connection, List<Current> currents)
            throws SQLException {
        List<Receipt> replacements = receipts(currents, current -> current.replaces() > 0);
        if (replacements.isEmpty()) {
            return;
        }
        String rows =
                String.join(", ", Collections.nCopies(replacements.size(), Columns.list(COLUMNS)));
        try (PreparedStatement upsert = connection.prepareStatement(REPLACE.formatted(rows))) {
            int first = 1;
            for (Receipt receipt : replacements) {
                ballot(upsert, first, receipt);
                first += COLUMNS;
            }
            if (upsert.executeUpdate() != REPLACED * replacements.size()) {
                throw new SQLException("a ballot was gone although its voter's entry was locked");
            }
        }
    }

    private static List<Receipt> receipts(List<Current> currents, Predicate<Current> which) {
        return currents.stream().filter(which).map(Current::receipt).toList();
    }

    /** Binds the eight columns of a current ballot. */
    private static void ballot(PreparedStatement statement, int first, Receipt receipt)
            throws SQLException {
        Columns.set(statement, first, receipt.proposalId());
        Columns.set(statement, first + 1, receipt.voterId());
        statement.setInt(first + 2, receipt.revision());
        statement.setString(first + 3, receipt.choice());
        Columns.set(statement, first + 4, receipt.weight());
        statement.setBytes(first + 5, bytes(receipt.reasonHash()));
        statement.setBytes(first + 6, bytes(receipt.ballotHash()));
        Columns.set(statement, first + 7, receipt.castAt());
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
