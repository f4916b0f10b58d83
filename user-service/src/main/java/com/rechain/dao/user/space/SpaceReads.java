package com.rechain.dao.user.space;

import com.rechain.dao.platform.paging.Cursor;
import com.rechain.dao.platform.paging.Page;
import com.rechain.dao.platform.replica.Freshness;
import com.rechain.dao.platform.replica.ReplicaReads;
import com.rechain.dao.platform.replica.Versioned;
import com.rechain.dao.user.database.Columns;
import com.rechain.dao.user.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Spaces to look at, read from the replica. To whom may not see a private space, it does not exist.
 */
@ApplicationScoped
public class SpaceReads {
    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final UUID NOBODY = new UUID(0, 0);

    // Ids grow with time: the newest space comes first.
    private static final String LIST =
            """
            SELECT * FROM space
            WHERE visibility = 'PUBLIC' AND status = 'ACTIVE' AND id < ?
            ORDER BY id DESC LIMIT ?\
            """;
    private static final String VISIBLE =
            """
            AND (visibility <> 'PRIVATE' OR EXISTS (
                SELECT 1 FROM membership m
                WHERE m.space_id = space.id AND m.account_id = ? AND m.state = 'ACTIVE'))\
            """;
    private static final String BY_ID = "SELECT * FROM space WHERE id = ? " + VISIBLE;
    private static final String BY_SLUG = "SELECT * FROM space WHERE slug = ? " + VISIBLE;

    private final ReplicaReads reads;
    private final Freshness freshness;

    SpaceReads(ReplicaReads reads, Freshness freshness) {
        this.reads = reads;
        this.freshness = freshness;
    }

    /** A page of the listed spaces, newest first. */
    public Page<SpaceView> list(int limit, @Nullable String cursor) {
        return list(freshness.required(), limit, cursor).value();
    }

    /** The same, showing every commit up to {@code required}. */
    Versioned<Page<SpaceView>> list(long required, int limit, @Nullable String cursor) {
        UUID before = cursor == null ? AFTER_ALL : Cursor.decode(cursor, 1).uuid(0);
        return reads.read(
                required,
                c ->
                        Page.of(
                                Sql.of(LIST).with(before).with(limit + 1).list(c, SpaceReads::view),
                                limit,
                                row -> Cursor.encode(row.id())));
    }

    /** The space, when {@code viewer} (or anybody, where that is empty) may see it. */
    public Optional<SpaceView> visible(SpaceKey key, Optional<UUID> viewer) {
        return find(freshness.required(), key, viewer.orElse(NOBODY)).value();
    }

    /** The space if everyone may see it, showing every commit up to {@code required}. */
    Versioned<Optional<SpaceView>> open(SpaceKey key, long required) {
        return find(required, key, NOBODY);
    }

    private Versioned<Optional<SpaceView>> find(long required, SpaceKey key, UUID who) {
        return switch (key) {
            case SpaceKey.ById(UUID id) ->
                    reads.read(
                            required,
                            c -> Sql.of(BY_ID).with(id).with(who).first(c, SpaceReads::view));
            case SpaceKey.BySlug(String slug) ->
                    reads.read(
                            required,
                            c -> Sql.of(BY_SLUG).with(slug).with(who).first(c, SpaceReads::view));
            case SpaceKey.Impossible() -> new Versioned<>(0, Optional.empty());
        };
    }

    private static SpaceView view(ResultSet row) throws SQLException {
        return new SpaceView(
                Columns.id(row, "id"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("about"),
                Visibility.valueOf(row.getString("visibility")),
                SpaceStatus.valueOf(row.getString("status")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getLong("version"));
    }
}
