package com.rechain.dao.platform.cache;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The keys under each tag, as far as the process holds entries for them. */
final class TagIndex<K> {
    private final Map<String, Set<K>> keys = new ConcurrentHashMap<>();

    void add(List<String> tags, K key) {
        for (String tag : tags) {
            keys.compute(
                    tag,
                    (_, held) -> {
                        Set<K> under = held == null ? ConcurrentHashMap.newKeySet() : held;
                        under.add(key);
                        return under;
                    });
        }
    }

    /** Takes {@code key} out unless it is {@code held} again. */
    void remove(List<String> tags, K key, Predicate<K> held) {
        for (String tag : tags) {
            keys.computeIfPresent(
                    tag,
                    (_, under) -> {
                        if (!held.test(key)) {
                            under.remove(key);
                        }
                        return under.isEmpty() ? null : under;
                    });
        }
    }

    Set<K> under(String tag) {
        return keys.getOrDefault(tag, Set.of());
    }
}
