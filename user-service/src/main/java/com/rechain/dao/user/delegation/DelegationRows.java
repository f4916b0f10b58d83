package com.rechain.dao.user.delegation;

import com.rechain.dao.tally.power.Delegation;
import com.rechain.dao.tally.power.Occasion;
import com.rechain.dao.tally.power.Scope;
import com.rechain.dao.user.database.Columns;
import com.rechain.dao.user.database.Sql;
import com.rechain.dao.user.weight.WeightLedger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Delegations that are live at an instant, over any connection. */
public final class DelegationRows {
    // The last set of each delegator and scope, then its parts, less what has expired or ended.
    static final String LIVE =
            """
            SELECT s.delegator_id, s.scope, s.effective_at, s.expires_at, p.delegate_id, p.basis_points, COALESCE((
                SELECT w.weight FROM weight_checkpoint w
                WHERE w.space_id = s.space_id AND w.account_id = s.delegator_id AND w.effective_at <= ?
                ORDER BY w.effective_at DESC LIMIT 1), 0) AS weight
            FROM (
                SELECT delegator_id, scope, MAX(effective_at) AS effective_at
                FROM delegation_set
                WHERE space_id = ? AND effective_at <= ? AND %s
                GROUP BY delegator_id, scope) AS latest
            JOIN delegation_set s ON s.space_id = ? AND s.delegator_id = latest.delegator_id
                AND s.scope = latest.scope AND s.effective_at = latest.effective_at
            JOIN delegation_part p ON p.space_id = s.space_id AND p.delegator_id = s.delegator_id
                AND p.scope = s.scope AND p.effective_at = s.effective_at
            WHERE (s.expires_at IS NULL OR s.expires_at > ?)
                AND NOT EXISTS (
                    SELECT 1 FROM weight_checkpoint c
                    WHERE c.space_id = s.space_id AND c.account_id = s.delegator_id AND c.source = 'LEFT'
                        AND c.effective_at > s.effective_at AND c.effective_at <= ?)
                AND NOT EXISTS (
                    SELECT 1 FROM weight_checkpoint c
                    WHERE c.space_id = s.space_id AND c.account_id = p.delegate_id AND c.source = 'LEFT'
                        AND c.effective_at > s.effective_at AND c.effective_at <= ?)\
            """;
    private static final String ORDER = " ORDER BY s.delegator_id, s.scope, p.delegate_id";
    private static final String GIVEN_BY = LIVE.formatted("delegator_id = ?") + ORDER;
    private static final String RECEIVED_BY =
            "scope IN (%s) AND delegator_id IN (SELECT delegator_id FROM delegation_part WHERE space_id = ? AND delegate_id = ?)";
    private static final String BETWEEN =
            "scope IN (%s) AND delegator_id > ? AND delegator_id <= ?";
    private static final String DELEGATORS =
            """
            SELECT DISTINCT delegator_id FROM delegation_set
            WHERE space_id = ? AND delegator_id > ? ORDER BY delegator_id LIMIT ?\
            """;

    private DelegationRows() {}

    /** All that one member gives, whatever for. */
    public static List<LiveDelegation> givenBy(
            Connection connection, UUID spaceId, UUID delegatorId, Instant at) throws SQLException {
        Sql sql = Sql.of(GIVEN_BY).with(at).with(spaceId).with(at).with(delegatorId);
        return live(connection, sql, spaceId, at);
    }

    /**
     * For an occasion, all delegations of everybody who has ever given something to {@code
     * delegateId}: what such a member gives to others decides what the delegate gets.
     */
    public static List<LiveDelegation> ofThoseWhoGiveTo(
            Connection connection, UUID spaceId, UUID delegateId, Occasion occasion, Instant at)
            throws SQLException {
        Sql sql = within(RECEIVED_BY, spaceId, occasion, at).with(spaceId).with(delegateId);
        return live(connection, sql, spaceId, at);
    }

    /** For an occasion, those of the delegators in ({@code after}, {@code last}]. */
    static List<LiveDelegation> between(
            Connection connection,
            UUID spaceId,
            Occasion occasion,
            Instant at,
            UUID after,
            UUID last)
            throws SQLException {
        Sql sql = within(BETWEEN, spaceId, occasion, at).with(after).with(last);
        return live(connection, sql, spaceId, at);
    }

    /** Up to {@code limit} who have ever delegated in a space, by id. */
    static List<UUID> delegators(Connection connection, UUID spaceId, UUID after, int limit)
            throws SQLException {
        return Sql.of(DELEGATORS)
                .with(spaceId)
                .with(after)
                .with(limit)
                .list(connection, row -> Columns.id(row, "delegator_id"));
    }

    private static Sql within(String which, UUID spaceId, Occasion occasion, Instant at) {
        List<Scope> scopes = occasion.scopes();
        String sqlOfThese = LIVE.formatted(which.formatted(places(scopes))) + ORDER;
        Sql sql = Sql.of(sqlOfThese).with(at).with(spaceId).with(at);
        scopes.forEach(scope -> sql.with(scope.text()));
        return sql;
    }

    static String places(List<Scope> scopes) {
        return String.join(", ", Collections.nCopies(scopes.size(), "?"));
    }

    private static List<LiveDelegation> live(
            Connection connection, Sql sql, UUID spaceId, Instant at) throws SQLException {
        return sql.with(spaceId)
                .with(at)
                .with(at)
                .with(at)
                .list(connection, DelegationRows::delegation);
    }

    private static LiveDelegation delegation(ResultSet row) throws SQLException {
        Optional<Scope> scope = Scope.parse(row.getString("scope"));
        return new LiveDelegation(
                new Delegation(
                        Columns.id(row, "delegator_id"),
                        Columns.id(row, "delegate_id"),
                        scope.orElseThrow(() -> new SQLException("a scope cannot be read")),
                        row.getInt("basis_points")),
                WeightLedger.weight(row),
                Columns.instant(row, "effective_at"),
                Columns.instantOrNull(row, "expires_at"));
    }
}
