package com.rechain.dao.perf.diagnose;

import static com.rechain.dao.perf.diagnose.Cause.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which causes make which others appear. A process that may not run is late in everything it does,
 * so what it waits for looks slow; a cache that misses sends more statements; and so on. The
 * relation has no circles: something is always left to accuse.
 */
final class Explanations {
    private static final Map<Cause, Set<Cause>> EXPLAINED = new EnumMap<>(Cause.class);

    static {
        Set<Cause> crowding =
                EnumSet.of(NETWORK_DELAY, POOL_TOO_SMALL, CONSUMERS_BEHIND, MACHINE_FULL);
        put(CPU_QUOTA, crowding, INSTANCE_SLOW, REDIS_SLOW, ROW_LOCK_HOTSPOT, CPU_IN_HANDLER);
        put(INSTANCE_SLOW, crowding, REDIS_SLOW, ROW_LOCK_HOTSPOT);
        put(MEMORY_LEAK, crowding, CPU_IN_HANDLER);
        put(ALLOCATION_STORM, crowding, CPU_IN_HANDLER, REDIS_SLOW);
        put(CPU_IN_HANDLER, crowding, REDIS_SLOW);
        put(MISSING_INDEX, crowding, ROW_LOCK_HOTSPOT, REDIS_SLOW);
        put(
                REPLICA_BEHIND,
                EnumSet.of(POOL_TOO_SMALL),
                CACHE_TTL,
                CACHE_OFF,
                CACHE_COLD,
                N_PLUS_ONE);
        put(N_PLUS_ONE, crowding, CPU_IN_HANDLER, ALLOCATION_STORM, REDIS_SLOW);
        put(ROW_LOCK_HOTSPOT, EnumSet.of(POOL_TOO_SMALL), CONSUMERS_BEHIND);
        put(REDIS_SLOW, EnumSet.of(CONSUMERS_BEHIND), CACHE_OFF, CACHE_TTL, CACHE_COLD);
        for (Cause cache : EnumSet.of(CACHE_TTL, CACHE_OFF, CACHE_COLD)) {
            put(cache, crowding, N_PLUS_ONE, CPU_IN_HANDLER, ALLOCATION_STORM);
        }
        put(MACHINE_FULL, EnumSet.of(NETWORK_DELAY, POOL_TOO_SMALL, CONSUMERS_BEHIND));
    }

    private Explanations() {}

    static Set<Cause> of(Cause cause) {
        return EXPLAINED.getOrDefault(cause, Set.of());
    }

    private static void put(Cause cause, Set<Cause> crowding, Cause... more) {
        Set<Cause> explained = EnumSet.copyOf(crowding);
        explained.addAll(Set.of(more));
        EXPLAINED.put(cause, explained);
    }
}
