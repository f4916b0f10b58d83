package com.rechain.dao.gateway.balance;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** One after the other; one that warms up is passed over as often as its share asks. */
public final class RoundRobin implements Balancer {
    private final AtomicInteger next = new AtomicInteger();

    @Override
    public <T extends Target> T choose(List<T> eligible) {
        int count = eligible.size();
        T chosen = eligible.get(Math.floorMod(next.getAndIncrement(), count));
        for (int tries = 1; tries < count && passOver(chosen); tries++) {
            chosen = eligible.get(Math.floorMod(next.getAndIncrement(), count));
        }
        return chosen;
    }

    private static boolean passOver(Target target) {
        double share = target.share();
        return share < 1 && ThreadLocalRandom.current().nextDouble() >= share;
    }
}
