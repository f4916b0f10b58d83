package com.rechain.dao.perf.plant;

import static com.rechain.dao.devstack.fleet.ServiceName.PROPOSAL_SERVICE;
import static com.rechain.dao.devstack.fleet.ServiceName.VOTING_SERVICE;

import com.rechain.dao.perf.agent.Fault;
import com.rechain.dao.perf.diagnose.Cause;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The causes that can be planted, and what the diagnosis has to make of each. */
enum Plant {
    DROPPED_INDEX(Cause.MISSING_INDEX, running(DatabaseSowings::dropIndex)),
    ROW_LOCK_HOTSPOT(Cause.ROW_LOCK_HOTSPOT, running(DatabaseSowings::holdRows)),
    SLOW_REPLICA(Cause.REPLICA_BEHIND, running(DatabaseSowings::delayReplica)),
    CACHE_COLD(Cause.CACHE_COLD, running(ProcessSowings::emptyCaches)),
    REDIS_SLOW(Cause.REDIS_SLOW, running(ProcessSowings::slowRedis)),
    CPU_QUOTA(Cause.CPU_QUOTA, running(ProcessSowings::quota)),
    N_PLUS_ONE(Cause.N_PLUS_ONE, fault(Fault.N_PLUS_ONE, false)),
    CPU_BURN(Cause.CPU_IN_HANDLER, fault(Fault.CPU_BURN, false)),
    ALLOCATION_STORM(Cause.ALLOCATION_STORM, fault(Fault.ALLOCATION_STORM, false)),
    LEAK(Cause.MEMORY_LEAK, fault(Fault.LEAK, false)),
    ONE_INSTANCE_SLOW(Cause.INSTANCE_SLOW, fault(Fault.DELAY, true)),
    POOL_OF_ONE(
            Cause.POOL_TOO_SMALL,
            () ->
                    new VariableSowing(
                            VOTING_SERVICE,
                            Map.of("DAO_DB_POOL", "1", "DAO_DB_REPLICA_POOL", "1"))),
    CACHE_OFF(
            Cause.CACHE_OFF,
            () ->
                    new VariableSowing(
                            PROPOSAL_SERVICE, Map.of("DAO_PROPOSAL_CACHE_MAXIMUM_BYTES", "1"))),
    TTL_ZERO(
            Cause.CACHE_TTL,
            () ->
                    new VariableSowing(
                            PROPOSAL_SERVICE, Map.of("DAO_PROPOSAL_CACHE_TTL", "PT0.001S"), true)),
    NETWORK_DELAY(Cause.NETWORK_DELAY, () -> new NetworkSowing(Duration.ofMillis(8)));

    private final Cause expected;
    private final Supplier<Sowing> sowing;

    Plant(Cause expected, Supplier<Sowing> sowing) {
        this.expected = expected;
        this.sowing = sowing;
    }

    static Optional<Plant> named(String name) {
        return Arrays.stream(values()).filter(plant -> plant.text().equals(name)).findFirst();
    }

    /** As it is written on the command line. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Cause expected() {
        return expected;
    }

    Sowing sowing() {
        return sowing.get();
    }

    private interface Beginning {
        AutoCloseable begin(OwnPlatform platform, Ground ground) throws Exception;
    }

    private static Supplier<Sowing> running(Beginning beginning) {
        return () ->
                new Sowing() {
                    @Override
                    public AutoCloseable begin(OwnPlatform platform, Ground ground)
                            throws Exception {
                        return beginning.begin(platform, ground);
                    }
                };
    }

    private static Supplier<Sowing> fault(Fault fault, boolean onlyInSecond) {
        return () ->
                new FaultSowing(
                        fault,
                        fault == Fault.N_PLUS_ONE ? VOTING_SERVICE : PROPOSAL_SERVICE,
                        onlyInSecond);
    }
}
