package com.rechain.dao.user.settings;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.user.database.Columns;
import com.rechain.dao.user.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The versions of settings, on whichever database the connection leads to. */
final class SettingsRows {
    private static final String LATEST =
            "SELECT * FROM space_settings WHERE space_id = ? ORDER BY version DESC LIMIT 1";
    private static final String FIND =
            "SELECT * FROM space_settings WHERE space_id = ? AND version = ?";
    private static final String INSERT =
            """
            INSERT INTO space_settings (space_id, version, content, sha256, set_by, proposal_id, set_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)\
            """;

    private SettingsRows() {}

    /** The settings that hold. */
    static SettingsView latest(Connection connection, UUID spaceId) throws SQLException {
        return Sql.of(LATEST)
                .with(spaceId)
                .first(connection, SettingsRows::view)
                .orElseGet(() -> SettingsView.unset(spaceId));
    }

    /** The settings of one version. */
    static Optional<SettingsView> find(Connection connection, UUID spaceId, long version)
            throws SQLException {
        return version == 0
                ? Optional.of(SettingsView.unset(spaceId))
                : Sql.of(FIND).with(spaceId).with(version).first(connection, SettingsRows::view);
    }

    static int insert(Connection connection, SettingsView view) throws SQLException {
        return Sql.of(INSERT)
                .with(view.spaceId())
                .with(view.version())
                .with(CanonicalSettings.text(view.settings()))
                .with(view.sha256())
                .with(view.setBy())
                .with(view.proposalId())
                .with(view.setAt())
                .update(connection);
    }

    private static SettingsView view(ResultSet row) throws SQLException {
        return new SettingsView(
                Columns.id(row, "space_id"),
                row.getLong("version"),
                row.getString("sha256"),
                CanonicalSettings.parse(row.getString("content")),
                idOrNull(row, "set_by"),
                idOrNull(row, "proposal_id"),
                Columns.instant(row, "set_at"));
    }

    private static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
        byte[] id = row.getBytes(column);
        return id == null ? null : Ids.fromBytes(id);
    }
}
