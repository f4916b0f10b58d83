package com.rechain.dao.user.delegation;

import com.rechain.dao.platform.cache.Loader;
import com.rechain.dao.platform.replica.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads what takes long once at a time: who had to wait takes what was loaded meanwhile if that
 * shows enough. However often a key is invalidated, one load of it is under way, and no more
 * connections are taken.
 */
final class OneAtATime<K, V> implements Loader<K, V> {
    private static final int DESKS = 16;

    private final Loader<K, V> source;
    private final List<Desk> desks = Stream.generate(Desk::new).limit(DESKS).toList();

    OneAtATime(Loader<K, V> source) {
        this.source = source;
    }

    @Override
    public Versioned<Optional<V>> load(K key, long required) {
        return desks.get(Math.floorMod(key.hashCode(), DESKS)).serve(key, required);
    }

    /** Where those who want one of some keys wait for each other. */
    private final class Desk {
        private @Nullable K lastKey;
        private @Nullable Versioned<Optional<V>> last;

        synchronized Versioned<Optional<V>> serve(K key, long required) {
            Versioned<Optional<V>> served = last;
            if (served == null || !key.equals(lastKey) || served.version() <= required) {
                served = source.load(key, required);
                last = served;
                lastKey = key;
            }
            return served;
        }
    }
}
