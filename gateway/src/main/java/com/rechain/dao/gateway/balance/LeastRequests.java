package com.rechain.dao.gateway.balance;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The one with the fewest requests under way; of equals, one after the other. Looks at all. */
public final class LeastRequests implements Balancer {
    private final AtomicInteger next = new AtomicInteger();

    @Override
    public <T extends Target> T choose(List<T> eligible) {
        int count = eligible.size();
        int start = Math.floorMod(next.getAndIncrement(), count);
        T least = eligible.get(start);
        for (int i = 1; i < count; i++) {
            T other = eligible.get((start + i) % count);
            if (load(other) < load(least)) {
                least = other;
            }
        }
        return least;
    }

    /** The load that counts: one request more, weighed up for a target that warms up. */
    static double load(Target target) {
        return (target.inFlight() + 1) / target.share();
    }
}
