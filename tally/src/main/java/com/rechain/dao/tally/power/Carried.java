package com.rechain.dao.tally.power;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What ballots carry: own weight, and every flow to the voter that nobody before the voter on its
 * path has taken back by voting. So each part of a weight is counted by the first on its path who
 * has voted, the owner before all, and never twice.
 */
public final class Carried {
    private Carried() {}

    /** The weight of every ballot when exactly {@code voted} have voted, in whatever order. */
    public static Map<UUID, BigInteger> by(
            Map<UUID, BigInteger> own, Collection<Flow> flows, Set<UUID> voted) {
        Map<UUID, BigInteger> carried = new HashMap<>();
        voted.forEach(voter -> carried.put(voter, own.getOrDefault(voter, BigInteger.ZERO)));
        for (Flow flow : flows) {
            if (voted.contains(flow.targetId()) && isLive(flow, voted)) {
                carried.merge(flow.targetId(), flow.amount(), BigInteger::add);
            }
        }
        return carried;
    }

    /** What the vote of {@code voter} takes away from whom, when {@code before} have voted. */
    public static Map<UUID, BigInteger> taken(
            Collection<Flow> flows, Set<UUID> before, UUID voter) {
        Map<UUID, BigInteger> taken = new HashMap<>();
        if (!before.contains(voter)) {
            for (Flow flow : flows) {
                if (flow.via().contains(voter) && isLive(flow, before)) {
                    taken.merge(flow.targetId(), flow.amount(), BigInteger::add);
                }
            }
        }
        return taken;
    }

    private static boolean isLive(Flow flow, Set<UUID> voted) {
        return flow.via().stream().noneMatch(voted::contains);
    }
}
