package com.rechain.dao.platform.cache;

import java.util.Optional;

/**
 * The message that tells other instances that an entry is dead: version, cache and key, separated
 * by blanks.
 */
record Invalidation(long version, String cache, String key) {
    static String write(String cache, String key, long version) {
        return version + " " + cache + " " + key;
    }

    static Optional<Invalidation> read(String message) {
        String[] parts = message.split(" ", 3);
        if (parts.length != 3 || !parts[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new Invalidation(Long.parseLong(parts[0]), parts[1], parts[2]));
    }
}
