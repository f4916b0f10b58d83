package com.rechain.dao.voting.space;

import com.rechain.dao.platform.cache.Invalidations;
import com.rechain.dao.platform.event.Event;
import com.rechain.dao.platform.event.EventHandler;
import com.rechain.dao.platform.event.EventPayloads;
import com.rechain.dao.voting.sql.Columns;
import com.rechain.dao.voting.sql.Primary;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Keeps what is known of spaces' visibility; an older version never overwrites a newer one. */
@ApplicationScoped
public class SpaceEvents implements EventHandler {
    private static final String STORE =
            """
            INSERT INTO space_visibility (space_id, visibility, version) VALUES (?, ?, ?)
            ON DUPLICATE KEY UPDATE
                visibility = IF(VALUES(version) > version, VALUES(visibility), visibility),
                version = GREATEST(version, VALUES(version))\
            """;

    private final Primary primary;
    private final Invalidations invalidations;
    private final EventPayloads payloads;

    SpaceEvents(Primary primary, Invalidations invalidations, EventPayloads payloads) {
        this.primary = primary;
        this.invalidations = invalidations;
        this.payloads = payloads;
    }

    @Override
    public Set<String> types() {
        return Set.of("space.created.v1", "space.settings-changed.v1");
    }

    @Override
    public void handle(Event event) {
        SpaceSettled space = payloads.read(event, SpaceSettled.class);
        primary.call(connection -> store(connection, space));
        invalidations.afterCommit(List.of(SpaceVisibility.tag(space.spaceId())));
    }

    private static int store(Connection connection, SpaceSettled space) throws SQLException {
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            Columns.set(store, 1, space.spaceId());
            store.setString(2, space.visibility());
            store.setLong(3, space.version() == null ? 0 : space.version());
            return store.executeUpdate();
        }
    }
}
