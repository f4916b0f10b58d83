package com.rechain.dao.platform.cache;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a cache holds under a key.
 *
 * @param version an instant on the primary's clock, in microseconds: the value shows every commit
 *     before it
 * @param value null for "there is no such thing"
 * @param bytes what it weighs
 */
public record CacheEntry<V>(long version, @Nullable V value, int bytes) {
    /** The value, empty for "there is no such thing". */
    public Optional<V> find() {
        return Optional.ofNullable(value);
    }

    boolean isNewerThan(long required) {
        return version > required;
    }
}
