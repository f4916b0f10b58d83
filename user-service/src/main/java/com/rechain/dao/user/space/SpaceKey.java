package com.rechain.dao.user.space;

import com.rechain.dao.user.text.Slug;
import java.util.Optional;
import java.util.UUID;

/** What a space is asked for by: the two forms never overlap. */
public sealed interface SpaceKey {
    record ById(UUID id) implements SpaceKey {
        /** What {@link #parse} reads. */
        @Override
        public String toString() {
            return id.toString();
        }
    }

    record BySlug(String slug) implements SpaceKey {
        /** What {@link #parse} reads. */
        @Override
        public String toString() {
            return slug;
        }
    }

    /** Text that can be neither. */
    record Impossible() implements SpaceKey {}

    /** The key in a part of an address. */
    static SpaceKey parse(String idOrSlug) {
        Optional<Slug> slug = Slug.parse(idOrSlug);
        if (slug.isPresent()) {
            return new BySlug(slug.get().text());
        }
        try {
            return idOrSlug.length() == 36 ? new ById(UUID.fromString(idOrSlug)) : new Impossible();
        } catch (IllegalArgumentException _) {
            return new Impossible();
        }
    }
}
