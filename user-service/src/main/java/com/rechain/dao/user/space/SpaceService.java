package com.rechain.dao.user.space;

import com.rechain.dao.platform.cache.Invalidations;
import com.rechain.dao.platform.event.Outbox;
import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.user.database.UniqueKey;
import com.rechain.dao.user.space.SpaceMembers.Standing;
import com.rechain.dao.user.space.SpaceUpdateOutcome.NotAllowed;
import com.rechain.dao.user.space.SpaceUpdateOutcome.Stale;
import com.rechain.dao.user.space.SpaceUpdateOutcome.UnknownSpace;
import com.rechain.dao.user.space.SpaceUpdateOutcome.Updated;
import com.rechain.dao.user.web.EntityTag;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The life of a space. Each change commits together with its event. */
@ApplicationScoped
public class SpaceService {
    private final SpaceRepository spaces;
    private final SpaceMembers members;
    private final Invalidations invalidations;
    private final Outbox outbox;
    private final Clock clock;

    SpaceService(
            SpaceRepository spaces,
            SpaceMembers members,
            Invalidations invalidations,
            Outbox outbox,
            Clock clock) {
        this.spaces = spaces;
        this.members = members;
        this.invalidations = invalidations;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Founds a space with its founder as owner; the unique key decides whose a slug is. */
    public SpaceCreation create(NewSpace wanted, UUID founder) {
        try {
            return new SpaceCreation.Created(
                    QuarkusTransaction.joiningExisting().call(() -> found(wanted, founder)));
        } catch (RuntimeException e) {
            if (UniqueKey.violatedBy(e).filter("uq_space_slug"::equals).isPresent()) {
                return new SpaceCreation.SlugTaken();
            }
            throw e;
        }
    }

    /** Changes the space when {@code ifMatch} names its present version and {@code editor} may. */
    @Transactional
    public SpaceUpdateOutcome update(
            SpaceKey key, UUID editor, String ifMatch, SpaceChange change) {
        Space space = spaces.find(key).orElse(null);
        if (space == null) {
            return new UnknownSpace();
        }
        switch (members.standing(space.view().id(), editor)) {
            case STRANGER -> {
                return space.visibility() == Visibility.PRIVATE
                        ? new UnknownSpace()
                        : new NotAllowed();
            }
            case MEMBER -> {
                return new NotAllowed();
            }
            case STEWARD -> {}
        }
        if (!new EntityTag(space.version()).isNamedBy(ifMatch)) {
            return new Stale();
        }
        return updated(space, change);
    }

    /** The space, as the primary knows it. */
    @Transactional
    public Optional<SpaceView> find(SpaceKey key) {
        return spaces.find(key).map(Space::view);
    }

    /** The space that {@code viewer} may see, as the primary knows it. */
    @Transactional
    public Optional<SpaceView> findVisible(SpaceKey key, UUID viewer) {
        return find(key)
                .filter(space ->
                        space.visibility() != Visibility.PRIVATE
                                || members.standing(space.id(), viewer) != Standing.STRANGER);
    }

    private SpaceView found(NewSpace wanted, UUID founder) {
        Instant now = clock.instant();
        Space space = Space.found(Ids.next(), wanted, founder, now);
        spaces.persistAndFlush(space);
        SpaceView view = space.view();
        append(
                view,
                new SpaceEvent.Created(
                        view.id(), view.slug(), view.name(), view.visibility(), founder, now));
        members.found(view.id(), founder, now);
        return view;
    }

    private SpaceUpdateOutcome updated(Space space, SpaceChange change) {
        space.update(change, clock.instant());
        spaces.flush();
        SpaceView view = space.view();
        append(
                view,
                new SpaceEvent.SettingsChanged(
                        view.id(),
                        view.slug(),
                        view.name(),
                        view.visibility(),
                        view.version(),
                        view.updatedAt()));
        return new Updated(view);
    }

    private void append(SpaceView about, SpaceEvent event) {
        outbox.append(event.type(), about.id(), event);
        invalidations.afterCommit(SpacePages.tagsOf(about));
    }
}
