package com.rechain.dao.gateway.balance;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The less loaded of two drawn at random: nearly as even as looking at all, without every gateway
 * running to the same instance (Mitzenmacher, "The Power of Two Choices", 2001).
 */
public final class PowerOfTwo implements Balancer {
    @Override
    public <T extends Target> T choose(List<T> eligible) {
        int count = eligible.size();
        if (count == 1) {
            return eligible.getFirst();
        }
        int first = ThreadLocalRandom.current().nextInt(count);
        int second = ThreadLocalRandom.current().nextInt(count - 1);
        T one = eligible.get(first);
        T other = eligible.get(second < first ? second : second + 1);
        return LeastRequests.load(one) <= LeastRequests.load(other) ? one : other;
    }
}
