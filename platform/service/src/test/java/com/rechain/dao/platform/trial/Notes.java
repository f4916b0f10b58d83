package com.rechain.dao.platform.trial;

import com.rechain.dao.platform.id.Ids;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The notes' table. */
@ApplicationScoped
public class Notes {
    private final AgroalDataSource primary;

    Notes(AgroalDataSource primary) {
        this.primary = primary;
    }

    @Transactional
    public void add(UUID id, String title) {
        try (Connection connection = primary.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO note (id, title) VALUES (?, ?)")) {
            insert.setBytes(1, Ids.toBytes(id));
            insert.setString(2, title);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("note not added", e);
        }
    }

    public Optional<String> title(UUID id) {
        try (Connection connection = primary.getConnection()) {
            return title(connection, id);
        } catch (SQLException e) {
            throw new IllegalStateException("note not read", e);
        }
    }

    public static Optional<String> title(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT title FROM note WHERE id = ?")) {
            select.setBytes(1, Ids.toBytes(id));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
