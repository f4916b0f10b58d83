package com.rechain.dao.voting.box;

import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.voting.sql.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The box table's SQL. */
public final class BoxRows {
    private static final String INSERT =
            """
            INSERT INTO box (proposal_id, space_id, choices, rules, rules_hash, starts_at, ends_at, scheduled_ends_at,
                state, published_at, labels)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?)\
            """;
    private static final String FIND =
            """
            SELECT proposal_id, space_id, choices, rules, rules_hash, starts_at, COALESCE(scheduled_ends_at, ends_at),
                published_at, labels
            FROM box WHERE proposal_id = ?\
            """;
    private static final String STATE =
            "SELECT proposal_id, state, outcome, starts_at, ends_at, delegated FROM box FORCE INDEX (PRIMARY) WHERE proposal_id ";
    private static final String MOVE =
            "UPDATE box SET state = ? WHERE proposal_id = ? AND state = ?";
    private static final String MOVE_END =
            "UPDATE box SET ends_at = ?, moved_because = ? WHERE proposal_id = ? AND state = 'OPEN'";
    private static final String CLOSE =
            "UPDATE box SET state = 'CLOSED', outcome = ? WHERE proposal_id = ? AND state = 'TALLYING'";
    private static final String CANCEL =
            """
            UPDATE box SET state = 'CANCELED'
            WHERE proposal_id = ? AND state IN ('WAITING', 'OPEN', 'TALLYING', 'HELD')\
            """;
    private static final String ENDED =
            """
            SELECT proposal_id FROM box
            WHERE state = ? AND ends_at <= ? ORDER BY ends_at LIMIT ?\
            """;
    private static final String OPEN =
            "SELECT proposal_id FROM box WHERE state = 'OPEN' ORDER BY ends_at LIMIT ?";

    private BoxRows() {}

    public static void insert(Connection connection, Box box) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Columns.set(insert, 1, box.proposalId());
            Columns.set(insert, 2, box.spaceId());
            insert.setString(3, BoxTexts.json(box.choices()));
            insert.setString(4, box.rules().canonical());
            insert.setString(5, box.rulesHash());
            Columns.set(insert, 6, box.startsAt());
            Columns.set(insert, 7, box.scheduledEnd());
            Columns.set(insert, 8, box.scheduledEnd());
            Columns.set(insert, 9, box.publishedAt());
            insert.setString(10, BoxTexts.json(box.labels()));
            insert.executeUpdate();
        }
    }

    public static Optional<Box> find(Connection connection, UUID proposalId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            Columns.set(select, 1, proposalId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(box(row)) : Optional.empty();
            }
        }
    }

    public static Optional<BoxRow> state(Connection connection, UUID proposalId)
            throws SQLException {
        return Optional.ofNullable(states(connection, List.of(proposalId), "").get(proposalId));
    }

    /** Locks the boxes against the closer, in key order, for as long as the transaction lasts. */
    public static Map<UUID, BoxRow> lockShared(Connection connection, Collection<UUID> proposalIds)
            throws SQLException {
        // FOR SHARE is MySQL's alone; both databases know this older form.
        return states(connection, proposalIds, " ORDER BY proposal_id LOCK IN SHARE MODE");
    }

    /** Locks the boxes against everybody, in key order, for as long as the transaction lasts. */
    public static Map<UUID, BoxRow> lock(Connection connection, Collection<UUID> proposalIds)
            throws SQLException {
        return states(connection, proposalIds, " ORDER BY proposal_id FOR UPDATE");
    }

    /** Locks the box against every ballot. */
    public static Optional<BoxRow> lock(Connection connection, UUID proposalId)
            throws SQLException {
        return Optional.ofNullable(
                states(connection, List.of(proposalId), " FOR UPDATE").get(proposalId));
    }

    /** Moves the box on if it is still where the caller saw it; tells whether it was. */
    public static boolean move(Connection connection, UUID proposalId, BoxState from, BoxState to)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setString(1, to.name());
            Columns.set(update, 2, proposalId);
            update.setString(3, from.name());
            return update.executeUpdate() == 1;
        }
    }

    /** Moves the end of an open box, whose lock the transaction holds. */
    public static void moveEnd(Connection connection, WindowMoved moved) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE_END)) {
            Columns.set(update, 1, moved.endsAt());
            update.setString(2, moved.reason().name());
            Columns.set(update, 3, moved.proposalId());
            if (update.executeUpdate() != 1) {
                throw new SQLException("a box was not open although it was locked");
            }
        }
    }

    /** Closes a box that is being tallied; tells whether it was. */
    public static boolean close(Connection connection, UUID proposalId, String outcome)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CLOSE)) {
            update.setString(1, outcome);
            Columns.set(update, 2, proposalId);
            return update.executeUpdate() == 1;
        }
    }

    /** Cancels a vote that has no result; tells whether it had none. */
    public static boolean cancel(Connection connection, UUID proposalId) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CANCEL)) {
            Columns.set(update, 1, proposalId);
            return update.executeUpdate() == 1;
        }
    }

    /** Boxes in {@code state} whose window ended at or before {@code endedBy}, oldest first. */
    public static List<UUID> ended(
            Connection connection, BoxState state, Instant endedBy, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ENDED)) {
            select.setString(1, state.name());
            Columns.set(select, 2, endedBy);
            select.setInt(3, limit);
            return Columns.ids(select);
        }
    }

    /** Boxes that take ballots, those that end first first. */
    public static List<UUID> open(Connection connection, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OPEN)) {
            select.setInt(1, limit);
            return Columns.ids(select);
        }
    }

    private static Map<UUID, BoxRow> states(
            Connection connection, Collection<UUID> ids, String lock) throws SQLException {
        Map<UUID, BoxRow> rows = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement(STATE + "IN " + Columns.list(ids.size()) + lock)) {
            int index = 1;
            for (UUID id : ids) {
                Columns.set(select, index++, id);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.put(Columns.uuid(row, 1), state(row));
                }
            }
        }
        return rows;
    }

    private static BoxRow state(ResultSet row) throws SQLException {
        return new BoxRow(
                Columns.uuid(row, 1),
                BoxState.valueOf(row.getString(2)),
                row.getString(3),
                Columns.instant(row, 4),
                Columns.instant(row, 5),
                row.getBoolean(6));
    }

    private static Box box(ResultSet row) throws SQLException {
        return new Box(
                Columns.uuid(row, 1),
                Columns.uuid(row, 2),
                BoxTexts.read(row.getString(3)),
                Rules.parse(row.getString(4)).orElseThrow(),
                row.getString(5),
                Columns.instant(row, 6),
                Columns.instant(row, 7),
                Columns.instant(row, 8),
                BoxTexts.read(row.getString(9)));
    }
}
