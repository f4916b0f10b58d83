package com.rechain.dao.platform.cache;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cached answer.
 *
 * @param version an instant on the primary's clock, in microseconds: the answer shows every commit
 *     before it
 * @param value the bytes, or null for "there is no such thing"
 * @param etag a strong validator of the bytes; empty when there are none
 */
@SuppressWarnings("ArrayRecordComponent") // shared read-only bytes are the point of this cache
public record CacheEntry(long version, byte @Nullable [] value, String etag) {
    static CacheEntry of(long version, Optional<byte[]> value) {
        return new CacheEntry(version, value.orElse(null), value.map(Etags::of).orElse(""));
    }

    boolean isAtLeast(long required) {
        return version > required;
    }
}
