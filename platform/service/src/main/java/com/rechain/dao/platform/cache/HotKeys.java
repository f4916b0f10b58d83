package com.rechain.dao.platform.cache;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/** Which keys are read most, by a sample of the reads since it was last asked. */
final class HotKeys<K> {
    private static final int ONE_IN = 16;
    private static final int MOST = 2_048;

    private final Map<K, LongAdder> counts = new ConcurrentHashMap<>();

    /** Counts a read; answers whether it is one of the sample. */
    boolean read(K key) {
        if ((ThreadLocalRandom.current().nextInt() & (ONE_IN - 1)) != 0) {
            return false;
        }
        LongAdder count = counts.get(key);
        if (count == null && counts.size() < MOST) {
            count = counts.computeIfAbsent(key, _ -> new LongAdder());
        }
        if (count != null) {
            count.increment();
        }
        return true;
    }

    /** The sampled reads by key since the last time. */
    Map<K, Long> drain() {
        Map<K, Long> drained = new HashMap<>();
        for (K key : counts.keySet()) {
            LongAdder count = counts.remove(key);
            if (count != null) {
                drained.put(key, count.sum());
            }
        }
        return drained;
    }
}
