package com.rechain.dao.user.membership;

import com.rechain.dao.user.database.Columns;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Memberships on the primary. Written only under the lock of the space's roster. */
@ApplicationScoped
class MembershipRepository {
    private static final String FIND =
            "SELECT * FROM membership WHERE space_id = ? AND account_id = ?";
    private static final String ACTIVE_OF =
            "SELECT * FROM membership WHERE account_id = ? AND state = 'ACTIVE' ORDER BY space_id";
    private static final String OTHERS =
            """
            SELECT role FROM membership
            WHERE space_id = ? AND account_id <> ? AND state = 'ACTIVE' AND role LIKE ? LIMIT 1\
            """;
    private static final String INSERT =
            """
            INSERT INTO membership (space_id, account_id, role, state, joined_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?)\
            """;
    private static final String UPDATE =
            """
            UPDATE membership SET role = ?, state = ?, joined_at = ?, updated_at = ?
            WHERE space_id = ? AND account_id = ?\
            """;

    private final Primary primary;

    MembershipRepository(Primary primary) {
        this.primary = primary;
    }

    Optional<Membership> find(UUID spaceId, UUID accountId) {
        return primary.run(c ->
                Sql.of(FIND)
                        .with(spaceId)
                        .with(accountId)
                        .first(c, MembershipRepository::membership));
    }

    /** The memberships in force of one account, in the order in which everybody locks spaces. */
    List<Membership> activeOf(UUID accountId) {
        return primary.run(
                c -> Sql.of(ACTIVE_OF).with(accountId).list(c, MembershipRepository::membership));
    }

    /** Whether anybody but {@code accountId} owns the space. */
    boolean hasOtherOwner(UUID spaceId, UUID accountId) {
        return hasOther(spaceId, accountId, Role.OWNER.name());
    }

    /** Whether anybody but {@code accountId} is a member of the space. */
    boolean hasOtherMember(UUID spaceId, UUID accountId) {
        return hasOther(spaceId, accountId, "%");
    }

    void insert(Membership membership, Instant now) {
        primary.run(c ->
                Sql.of(INSERT)
                        .with(membership.spaceId())
                        .with(membership.accountId())
                        .with(membership.role())
                        .with(membership.state())
                        .with(membership.joinedAt())
                        .with(now)
                        .update(c));
    }

    void update(Membership membership, Instant now) {
        primary.run(c ->
                Sql.of(UPDATE)
                        .with(membership.role())
                        .with(membership.state())
                        .with(membership.joinedAt())
                        .with(now)
                        .with(membership.spaceId())
                        .with(membership.accountId())
                        .update(c));
    }

    private boolean hasOther(UUID spaceId, UUID accountId, String role) {
        return primary.run(c ->
                        Sql.of(OTHERS)
                                .with(spaceId)
                                .with(accountId)
                                .with(role)
                                .first(c, row -> row.getString("role")))
                .isPresent();
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                Columns.id(row, "space_id"),
                Columns.id(row, "account_id"),
                Role.valueOf(row.getString("role")),
                MembershipState.valueOf(row.getString("state")),
                Columns.instant(row, "joined_at"));
    }
}
