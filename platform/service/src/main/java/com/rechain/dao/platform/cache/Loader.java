package com.rechain.dao.platform.cache;

import com.rechain.dao.platform.replica.Versioned;
import java.util.Optional;

/** Reads what a key stands for from where it comes from. */
@FunctionalInterface
public interface Loader<K, V> {
    /** The version of what may be used once and not kept. */
    long NOT_TO_BE_KEPT = 0;

    /**
     * The present value, or empty for "there is no such thing", showing every commit up to {@code
     * required} (microseconds on the primary's clock).
     */
    Versioned<Optional<V>> load(K key, long required);
}
