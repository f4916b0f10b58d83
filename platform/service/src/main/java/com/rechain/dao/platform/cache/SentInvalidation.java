package com.rechain.dao.platform.cache;

import java.util.Optional;

/**
 * An invalidation on its way to Redis.
 *
 * @param stampKey where the tag's last invalidation is kept
 * @param channel on which the instances of the service hear of it
 * @param edgeChannel on which the edge does, for a tag that answers carry there
 */
record SentInvalidation(
        Invalidation what, String stampKey, String channel, Optional<String> edgeChannel) {
    SentInvalidation later(SentInvalidation other) {
        return what.version() > other.what().version() ? this : other;
    }
}
