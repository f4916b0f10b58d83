package com.rechain.dao.proposal.space;

import com.rechain.dao.platform.id.Ids;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The space references on the primary; joins the transaction it is called in. */
@ApplicationScoped
public class SpaceReferenceRepository {
    private static final String FIND =
            "SELECT id, slug, name, visibility, version FROM space_reference WHERE id = ?";
    private static final String ADD =
            """
            INSERT INTO space_reference (id, slug, name, visibility, version) VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE id = id\
            """;
    private static final String CHANGE =
            "UPDATE space_reference SET slug = ?, name = ?, visibility = ?, version = ? WHERE id = ? AND version < ?";

    private final AgroalDataSource primary;

    SpaceReferenceRepository(AgroalDataSource primary) {
        this.primary = primary;
    }

    /** The reference as the database behind {@code connection} has it. */
    static Optional<SpaceReference> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setBytes(1, Ids.toBytes(id));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    /** Stores the reference of a space that is not known yet; leaves a known one as it is. */
    public void add(SpaceReference space) {
        try (Connection connection = primary.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setBytes(1, Ids.toBytes(space.id()));
            statement.setString(2, space.slug());
            statement.setString(3, space.name());
            statement.setString(4, space.visibility().name());
            statement.setLong(5, space.version());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a space reference could not be added", e);
        }
    }

    /** Stores {@code space} unless a version at least as new is stored already. */
    public void change(SpaceReference space) {
        add(space);
        try (Connection connection = primary.getConnection();
                PreparedStatement statement = connection.prepareStatement(CHANGE)) {
            statement.setString(1, space.slug());
            statement.setString(2, space.name());
            statement.setString(3, space.visibility().name());
            statement.setLong(4, space.version());
            statement.setBytes(5, Ids.toBytes(space.id()));
            statement.setLong(6, space.version());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a space reference could not be changed", e);
        }
    }

    private static SpaceReference read(ResultSet row) throws SQLException {
        return new SpaceReference(
                Ids.fromBytes(row.getBytes("id")),
                row.getString("slug"),
                row.getString("name"),
                SpaceVisibility.valueOf(row.getString("visibility")),
                row.getLong("version"));
    }
}
