package com.rechain.dao.voting.writer;

import com.rechain.dao.voting.box.BoxRow;
import com.rechain.dao.voting.box.BoxRows;
import com.rechain.dao.voting.sql.Columns;
import com.rechain.dao.voting.writer.BatchFacts.UsedKey;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads and locks what a batch is decided by, always in the same order: boxes, electorate entries,
 * then what their locks protect. Entries are locked in key order, so that two writers with voters
 * in common wait instead of deadlocking. Where an electorate has flows, those are read first: the
 * entries of all from whom a ballot may take weight back are locked in the same order.
 */
final class LockRows {
    // The electorate entry is locked even where it must exist already: it serialises one voter over
    // all instances.
    private static final String ENTRIES =
            """
            SELECT proposal_id, voter_id, own_weight + received_weight - overridden_weight
            FROM electorate_entry FORCE INDEX (PRIMARY) WHERE %s
            ORDER BY proposal_id, voter_id FOR UPDATE\
            """;
    private static final String CURRENT =
            """
            SELECT ballot.proposal_id, ballot.voter_id, ballot.revision, ballot.choice, HEX(ballot.reason_hash),
                ballot.weight, ballot.cast_at, revision.receipt
            FROM ballot FORCE INDEX (PRIMARY)
            JOIN ballot_revision revision ON revision.proposal_id = ballot.proposal_id
                AND revision.voter_id = ballot.voter_id AND revision.revision = ballot.revision
            WHERE %s\
            """;
    private static final String KEYS =
            """
            SELECT scope_id, caller_id, request_key, LOWER(HEX(request_hash)), body FROM idempotency_key
            WHERE scope_id IN %s AND (%s)\
            """;
    private static final String HASH =
            "SELECT LOWER(HEX(ballot_hash)) FROM ballot_revision WHERE proposal_id = ? AND voter_id = ? AND revision = ?";

    private LockRows() {}

    static BatchFacts read(Connection connection, List<Cast> casts) throws SQLException {
        SortedSet<BallotKey> keys = new TreeSet<>();
        SortedSet<UUID> proposals = new TreeSet<>();
        for (Cast cast : casts) {
            keys.add(cast.key());
            proposals.add(cast.box().proposalId());
        }
        Map<UUID, BoxRow> boxes =
                casts.stream().anyMatch(EndMoves::mayMoveTheEnd)
                        ? BoxRows.lock(connection, proposals)
                        : BoxRows.lockShared(connection, proposals);
        List<BallotKey> delegated =
                keys.stream().filter(key -> isDelegated(boxes.get(key.proposalId()))).toList();
        Map<BallotKey, List<FlowKey.Passing>> passing = LockFlows.through(connection, delegated);
        passing.values().forEach(flows -> flows.forEach(flow -> keys.add(flow.target())));
        Map<BallotKey, BigInteger> weights = lockEntries(connection, keys);
        if (!passing.isEmpty()) {
            passing = LockFlows.through(connection, passing.keySet());
        }
        Map<BallotKey, CurrentBallot> current =
                weights.isEmpty() ? Map.of() : current(connection, weights.keySet());
        return new BatchFacts(boxes, weights, current, usedKeys(connection, casts), passing);
    }

    private static boolean isDelegated(@Nullable BoxRow box) {
        return box != null && box.delegated();
    }

    static Map<BallotKey, BigInteger> lockEntries(Connection connection, Collection<BallotKey> keys)
            throws SQLException {
        Map<BallotKey, BigInteger> weights = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        ENTRIES.formatted(Keys.where("electorate_entry", "voter_id", keys)))) {
            Keys.bind(select, keys);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    weights.put(Keys.key(row), Columns.number(row, 3));
                }
            }
        }
        return weights;
    }

    private static Map<BallotKey, CurrentBallot> current(
            Connection connection, Collection<BallotKey> keys) throws SQLException {
        Map<BallotKey, CurrentBallot> ballots = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        CURRENT.formatted(Keys.where("ballot", "voter_id", keys)))) {
            Keys.bind(select, keys);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ballots.put(Keys.key(row), currentBallot(row));
                }
            }
        }
        return ballots;
    }

    private static CurrentBallot currentBallot(ResultSet row) throws SQLException {
        String reasonHash = row.getString(5);
        return new CurrentBallot(
                row.getInt(3),
                row.getString(4),
                reasonHash == null ? null : reasonHash.toLowerCase(Locale.ROOT),
                Columns.number(row, 6),
                Columns.instant(row, 7),
                row.getString(8));
    }

    private static Map<KeyedRequest.Slot, UsedKey> usedKeys(Connection connection, List<Cast> casts)
            throws SQLException {
        List<KeyedRequest> requests =
                casts.stream().map(Cast::request).filter(Objects::nonNull).toList();
        if (requests.isEmpty()) {
            return Map.of();
        }
        List<UUID> scopes = requests.stream().map(KeyedRequest::proposalId).distinct().toList();
        List<String> slots = new ArrayList<>();
        requests.forEach(_ -> slots.add("(scope_id = ? AND caller_id = ? AND request_key = ?)"));
        Map<KeyedRequest.Slot, UsedKey> used = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        KEYS.formatted(Columns.list(scopes.size()), String.join(" OR ", slots)))) {
            int index = 1;
            for (UUID scope : scopes) {
                Columns.set(select, index++, scope);
            }
            for (KeyedRequest request : requests) {
                Columns.set(select, index++, request.proposalId());
                Columns.set(select, index++, request.voterId());
                select.setString(index++, request.key());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    used.put(
                            new KeyedRequest.Slot(
                                    Columns.uuid(row, 1), Columns.uuid(row, 2), row.getString(3)),
                            new UsedKey(row.getString(4), row.getString(5)));
                }
            }
        }
        return used;
    }

    /** Whether this very ballot was recorded; the nonce in its hash makes it one of a kind. */
    static boolean isRecorded(Connection connection, Receipt receipt) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HASH)) {
            Columns.set(select, 1, receipt.proposalId());
            Columns.set(select, 2, receipt.voterId());
            select.setInt(3, receipt.revision());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && receipt.ballotHash().equals(row.getString(1));
            }
        }
    }
}
