package com.rechain.dao.gateway.upstream;

import com.rechain.dao.gateway.balance.Balancer;
import com.rechain.dao.gateway.route.Priority;
import com.rechain.dao.gateway.route.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * The instances of one service and the choice among them: those that said they are ready, or, when
 * there is none, all. The second half matters: a database that is gone makes every instance of its
 * service not ready at once, yet each still answers reads, and refuses writes better than we could.
 * For the same reason ejected ones are asked where no other is left; only a breaker that is open
 * keeps everybody away.
 */
public final class Upstream {
    private final Service service;
    private final Balancer balancer;
    private final RetryBudget retries;
    private volatile List<Instance> instances = List.of();

    Upstream(Service service, Balancer balancer, RetryBudget retries) {
        this.service = service;
        this.balancer = balancer;
        this.retries = retries;
    }

    public Service service() {
        return service;
    }

    public List<Instance> instances() {
        return instances;
    }

    public RetryBudget retries() {
        return retries;
    }

    /** Replaces the instances by {@code now}; requests under way at others end in peace. */
    void become(List<Instance> now) {
        instances = List.copyOf(now);
    }

    /** An instance for one more attempt, none of {@code tried} unless nobody else is there. */
    public Choice choose(Collection<Instance> tried, boolean stream, Priority priority) {
        List<Instance> open = only(instances, i -> i.isOpen() && !tried.contains(i));
        List<Instance> left = ifAny(open, i -> !i.isEjected());
        left = ifAny(left, i -> i.readiness() == Readiness.READY);
        boolean anyLeft = !left.isEmpty();
        left = only(left, i -> i.hasRoom(stream, priority));
        while (!left.isEmpty()) {
            Instance chosen = balancer.choose(left);
            if (chosen.tryEnter(stream, priority)) {
                return new Choice.Chosen(chosen);
            }
            Instance lost = chosen;
            left = only(left, i -> i != lost);
        }
        return anyLeft ? new Choice.Full() : new Choice.NoneLeft();
    }

    private static List<Instance> ifAny(List<Instance> from, Predicate<Instance> wanted) {
        List<Instance> passed = only(from, wanted);
        return passed.isEmpty() ? from : passed;
    }

    // Almost always all pass, and then nothing is copied.
    private static List<Instance> only(List<Instance> from, Predicate<Instance> wanted) {
        for (int i = 0; i < from.size(); i++) {
            if (!wanted.test(from.get(i))) {
                return copyOnly(from, wanted);
            }
        }
        return from;
    }

    private static List<Instance> copyOnly(List<Instance> from, Predicate<Instance> wanted) {
        List<Instance> passed = new ArrayList<>(from.size());
        for (Instance instance : from) {
            if (wanted.test(instance)) {
                passed.add(instance);
            }
        }
        return passed;
    }
}
