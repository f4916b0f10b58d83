package com.rechain.dao.user.space;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A DAO: a name under which members decide. Changed only through {@link #update}. */
@Entity
@Table(name = "space")
class Space {
    @Id private UUID id;

    @Column(name = "slug")
    private String slug;

    @Column(name = "name")
    private String name;

    @Column(name = "about")
    private String about;

    @Enumerated(EnumType.STRING)
    @Column(name = "visibility")
    private Visibility visibility;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private SpaceStatus status;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    @Column(name = "version")
    private long version;

    /** For Hibernate only. */
    protected Space() {}

    static Space found(UUID id, NewSpace wanted, UUID founder, Instant now) {
        Space space = new Space();
        space.id = id;
        space.slug = wanted.slug().text();
        space.name = wanted.name();
        space.about = wanted.about();
        space.visibility = wanted.visibility();
        space.status = SpaceStatus.ACTIVE;
        space.createdBy = founder;
        space.createdAt = now;
        space.updatedAt = now;
        return space;
    }

    /** Changes what is given and keeps the rest. */
    void update(SpaceChange change, Instant now) {
        name = change.name() == null ? name : change.name();
        about = change.about() == null ? about : change.about();
        visibility = change.visibility() == null ? visibility : change.visibility();
        updatedAt = now;
    }

    Visibility visibility() {
        return visibility;
    }

    long version() {
        return version;
    }

    SpaceView view() {
        return new SpaceView(
                id, slug, name, about, visibility, status, createdAt, updatedAt, version);
    }
}
