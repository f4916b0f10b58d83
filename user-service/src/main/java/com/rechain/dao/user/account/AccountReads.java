package com.rechain.dao.user.account;

import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.SqlFunction;
import com.rechain.dao.user.database.Columns;
import com.rechain.dao.user.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Profiles to look at, read from the replica. */
@ApplicationScoped
public class AccountReads {
    private static final String BY_ID = "SELECT * FROM account WHERE id = ?";

    private final ReplicaReads reads;

    AccountReads(ReplicaReads reads) {
        this.reads = reads;
    }

    /**
     * The account as its holder sees it; empty when it was closed. Who holds a token has an
     * account: one that the replica does not know yet is asked of the primary.
     */
    public Optional<AccountView> own(UUID id) {
        SqlFunction<Connection, Optional<AccountView>> find =
                c -> Sql.of(BY_ID).with(id).first(c, AccountReads::view);
        return reads.read(find)
                .or(() -> reads.read(ReplicaReads.NEWEST, find).value())
                .filter(account -> account.status() != AccountStatus.DELETED);
    }

    /** What everybody may know; of a closed account, that there was one. */
    public Optional<PublicAccountView> visible(UUID id) {
        return reads.read(c -> Sql.of(BY_ID).with(id).first(c, AccountReads::publicView));
    }

    private static AccountView view(ResultSet row) throws SQLException {
        return new AccountView(
                Columns.id(row, "id"),
                row.getString("handle"),
                row.getString("display_name"),
                row.getString("email"),
                Columns.instantOrNull(row, "email_verified_at"),
                row.getString("locale"),
                row.getString("time_zone"),
                AccountStatus.valueOf(row.getString("status")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getLong("version"));
    }

    private static PublicAccountView publicView(ResultSet row) throws SQLException {
        return new PublicAccountView(
                Columns.id(row, "id"),
                row.getString("handle"),
                row.getString("display_name"),
                AccountStatus.valueOf(row.getString("status")),
                Columns.instant(row, "created_at"));
    }
}
