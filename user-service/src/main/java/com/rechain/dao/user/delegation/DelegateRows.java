package com.rechain.dao.user.delegation;

import static com.rechain.dao.platform.answer.ReadyAnswer.FOREVER;

import com.rechain.dao.tally.power.Occasion;
import com.rechain.dao.tally.power.Scope;
import com.rechain.dao.user.database.Columns;
import com.rechain.dao.user.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who receives what of a space, added up where the rows are. */
final class DelegateRows {
    // Of each delegator only the narrowest scope counts, as Occasion#inForce says; parts are
    // rounded down one by one.
    private static final String RECEIVE_MOST =
            """
            SELECT delegate_id, COUNT(*) AS delegators, SUM(amount) AS received, MIN(MIN(expires_at)) OVER () AS first_expiry
            FROM (
                SELECT live.delegate_id, live.expires_at, FLOOR(live.weight * live.basis_points / 10000) AS amount,
                    RANK() OVER (PARTITION BY live.delegator_id ORDER BY FIELD(live.scope, %1$s)) AS place
                FROM (%2$s) AS live) AS ranked
            WHERE place = 1 GROUP BY delegate_id ORDER BY received DESC, delegate_id LIMIT ?\
            """;
    private static final String IS_NAMED =
            "SELECT 1 FROM delegation_set WHERE space_id = ? AND scope = ? LIMIT 1";

    private DelegateRows() {}

    private record Received(DelegateView delegate, @Nullable Instant until) {}

    /** Whether anybody in the space has ever given something for just this scope. */
    static boolean isNamed(Connection connection, UUID spaceId, Scope scope) throws SQLException {
        return Sql.of(IS_NAMED)
                .with(spaceId)
                .with(scope.text())
                .first(connection, _ -> true)
                .isPresent();
    }

    /**
     * The {@code limit} who receive most for an occasion at {@code now}. Whatever is committed has
     * taken effect: a clock that is a little behind leaves nothing out.
     */
    static DelegateRanking receivingMost(
            Connection connection, UUID spaceId, Occasion occasion, Instant now, int limit)
            throws SQLException {
        List<Scope> scopes = occasion.scopes();
        String places = DelegationRows.places(scopes);
        String live = DelegationRows.LIVE.formatted("scope IN (%s)".formatted(places));
        Sql sql = Sql.of(RECEIVE_MOST.formatted(places, live));
        scopes.forEach(scope -> sql.with(scope.text()));
        sql.with(FOREVER).with(spaceId).with(FOREVER);
        scopes.forEach(scope -> sql.with(scope.text()));
        sql.with(spaceId).with(now).with(FOREVER).with(FOREVER).with(limit);
        return ranking(sql.list(connection, DelegateRows::received));
    }

    private static DelegateRanking ranking(List<Received> rows) {
        return new DelegateRanking(
                rows.stream().map(Received::delegate).toList(),
                rows.stream()
                        .map(Received::until)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(FOREVER));
    }

    private static Received received(ResultSet row) throws SQLException {
        return new Received(
                new DelegateView(
                        Columns.id(row, "delegate_id"),
                        row.getLong("delegators"),
                        row.getBigDecimal("received").toBigIntegerExact().toString()),
                Columns.instantOrNull(row, "first_expiry"));
    }
}
