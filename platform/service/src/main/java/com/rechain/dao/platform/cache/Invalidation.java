package com.rechain.dao.platform.cache;

import java.util.Optional;

/**
 * The message that everything with a tag is dead as of a version: version and tag, separated by a
 * blank.
 */
record Invalidation(long version, String tag) {
    String write() {
        return version + " " + tag;
    }

    static Optional<Invalidation> read(String message) {
        String[] parts = message.split(" ", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new Invalidation(Long.parseLong(parts[0]), parts[1]));
    }
}
