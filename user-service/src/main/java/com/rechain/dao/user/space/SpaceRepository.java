package com.rechain.dao.user.space;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Spaces on the primary. */
@ApplicationScoped
class SpaceRepository implements PanacheRepositoryBase<Space, UUID> {
    Optional<Space> find(SpaceKey key) {
        return switch (key) {
            case SpaceKey.ById(UUID id) -> findByIdOptional(id);
            case SpaceKey.BySlug(String slug) -> find("slug", slug).firstResultOptional();
            case SpaceKey.Impossible() -> Optional.empty();
        };
    }
}
