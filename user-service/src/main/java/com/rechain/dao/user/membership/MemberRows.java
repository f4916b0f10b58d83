package com.rechain.dao.user.membership;

import com.rechain.dao.user.database.Columns;
import com.rechain.dao.user.database.Sql;
import com.rechain.dao.user.weight.WeightLedger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Members with name and present weight, over any connection. */
final class MemberRows {
    private static final String MEMBER =
            """
            SELECT m.account_id, a.handle, a.display_name, m.role, m.joined_at, COALESCE((
                SELECT c.weight FROM weight_checkpoint c
                WHERE c.space_id = m.space_id AND c.account_id = m.account_id
                ORDER BY c.effective_at DESC LIMIT 1), 0) AS weight
            FROM membership m JOIN account a ON a.id = m.account_id
            WHERE m.space_id = ? AND m.state = 'ACTIVE'\
            """;
    private static final String ONE = MEMBER + " AND m.account_id = ?";
    private static final String PAGE =
            MEMBER + " AND m.account_id > ? ORDER BY m.account_id LIMIT ?";

    private MemberRows() {}

    static Optional<MemberView> find(Connection connection, UUID spaceId, UUID accountId)
            throws SQLException {
        return Sql.of(ONE).with(spaceId).with(accountId).first(connection, MemberRows::view);
    }

    /** Up to {@code limit} members whose ids come after {@code after}, by id. */
    static List<MemberView> list(Connection connection, UUID spaceId, UUID after, int limit)
            throws SQLException {
        return Sql.of(PAGE)
                .with(spaceId)
                .with(after)
                .with(limit)
                .list(connection, MemberRows::view);
    }

    private static MemberView view(ResultSet row) throws SQLException {
        return new MemberView(
                Columns.id(row, "account_id"),
                row.getString("handle"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                WeightLedger.weight(row),
                Columns.instant(row, "joined_at"));
    }
}
