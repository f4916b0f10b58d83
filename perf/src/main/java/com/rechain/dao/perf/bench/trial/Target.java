package com.rechain.dao.perf.bench.trial;

import com.rechain.dao.perf.bench.result.Bound;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a row wants.
 *
 * @param goal what it must be, if anything
 * @param ratioGoal what it must be divided by the peer's figure of the same round, if anything
 */
public record Target(String name, String unit, @Nullable Bound goal, @Nullable Bound ratioGoal) {

    /** A figure without a goal: shown, and compared with later ones. */
    public static Target of(String name, String unit) {
        return new Target(name, unit, null, null);
    }

    public Target atMost(double value) {
        return new Target(name, unit, Bound.atMost(value), ratioGoal);
    }

    public Target atLeast(double value) {
        return new Target(name, unit, Bound.atLeast(value), ratioGoal);
    }

    public Target ratioAtMost(double value) {
        return new Target(name, unit, goal, Bound.atMost(value));
    }

    public Target ratioAtLeast(double value) {
        return new Target(name, unit, goal, Bound.atLeast(value));
    }
}
