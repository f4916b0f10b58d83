package com.rechain.dao.proposal.space;

import com.rechain.dao.platform.event.Event;
import com.rechain.dao.platform.event.EventHandler;
import com.rechain.dao.platform.event.EventPayloads;
import com.rechain.dao.platform.event.PoisonEventException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the space references up to date. */
@ApplicationScoped
public class SpaceEventHandler implements EventHandler {
    private static final String CREATED = "space.created.v1";
    private static final String CHANGED = "space.settings-changed.v1";

    private final SpaceReferenceRepository references;
    private final jakarta.enterprise.event.Event<SpaceChanged> changed;
    private final EventPayloads payloads;

    SpaceEventHandler(
            SpaceReferenceRepository references,
            EventPayloads payloads,
            jakarta.enterprise.event.Event<SpaceChanged> changed) {
        this.references = references;
        this.payloads = payloads;
        this.changed = changed;
    }

    /** What is read of both events; only a change has a version. */
    record SpaceFacts(
            @Nullable UUID spaceId,
            @Nullable String slug,
            @Nullable String name,
            @Nullable SpaceVisibility visibility,
            @Nullable Long version) {
        SpaceReference reference() {
            if (spaceId == null || slug == null || name == null || visibility == null) {
                throw new PoisonEventException("it does not say which space, or what of it");
            }
            return new SpaceReference(
                    spaceId, slug, name, visibility, version == null ? 0 : version);
        }
    }

    @Override
    public Set<String> types() {
        return Set.of(CREATED, CHANGED);
    }

    @Override
    public void handle(Event event) {
        SpaceReference space = payloads.read(event, SpaceFacts.class).reference();
        switch (event.type()) {
            case CREATED -> references.add(space);
            case CHANGED -> references.change(space);
            default -> throw new IllegalArgumentException(event.type());
        }
        changed.fire(new SpaceChanged(space.id()));
    }
}
