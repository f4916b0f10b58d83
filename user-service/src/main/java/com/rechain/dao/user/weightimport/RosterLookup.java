package com.rechain.dao.user.weightimport;

import com.rechain.dao.user.database.Columns;
import com.rechain.dao.user.database.Sql;
import com.rechain.dao.user.membership.Role;
import com.rechain.dao.user.weight.Weight;
import com.rechain.dao.user.weight.WeightLedger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds many members of one space by what they are called, a thousand in one statement. */
final class RosterLookup {
    private static final int BATCH = 1_000;
    private static final String FIND =
            """
            SELECT a.id, a.handle, a.email_key, m.role, COALESCE((
                SELECT c.weight FROM weight_checkpoint c
                WHERE c.space_id = m.space_id AND c.account_id = m.account_id
                ORDER BY c.effective_at DESC LIMIT 1), 0) AS weight
            FROM account a JOIN membership m ON m.account_id = a.id
            WHERE m.space_id = ? AND m.state = 'ACTIVE' AND a.%s IN (%s)\
            """;

    private RosterLookup() {}

    /** A member as found. */
    record Found(UUID accountId, Role role, Weight weight) {}

    /** The members of {@code spaceId} whom {@code lines} name, by their references. */
    static Map<MemberReference, Found> find(
            Connection connection, UUID spaceId, List<WeightLine> lines) throws SQLException {
        Map<MemberReference, Found> found = new HashMap<>();
        for (MemberReference.Kind kind : MemberReference.Kind.values()) {
            List<String> names =
                    lines.stream()
                            .map(WeightLine::member)
                            .filter(member -> member.kind() == kind)
                            .map(MemberReference::value)
                            .toList();
            for (int from = 0; from < names.size(); from += BATCH) {
                List<String> batch = names.subList(from, Math.min(names.size(), from + BATCH));
                add(connection, spaceId, kind, batch, found);
            }
        }
        return found;
    }

    private static void add(
            Connection connection,
            UUID spaceId,
            MemberReference.Kind kind,
            List<String> names,
            Map<MemberReference, Found> found)
            throws SQLException {
        String marks = String.join(",", Collections.nCopies(names.size(), "?"));
        Sql find = Sql.of(FIND.formatted(kind.column(), marks)).with(spaceId);
        for (String name : names) {
            find.with(kind == MemberReference.Kind.USER_ID ? UUID.fromString(name) : name);
        }
        find.list(connection, row -> found.put(reference(kind, row), member(row)));
    }

    private static MemberReference reference(MemberReference.Kind kind, ResultSet row)
            throws SQLException {
        String value =
                kind == MemberReference.Kind.USER_ID
                        ? Columns.id(row, "id").toString()
                        : row.getString(kind.column());
        return new MemberReference(kind, value);
    }

    private static Found member(ResultSet row) throws SQLException {
        return new Found(
                Columns.id(row, "id"),
                Role.valueOf(row.getString("role")),
                WeightLedger.weight(row));
    }
}
