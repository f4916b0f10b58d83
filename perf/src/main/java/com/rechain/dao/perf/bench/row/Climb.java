package com.rechain.dao.perf.bench.row;

import com.rechain.dao.perf.bench.trial.Loaded;
import com.rechain.dao.perf.bench.trial.Trial;
import com.rechain.dao.perf.load.PlannedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the highest rate that a target holds: raises it until answers fail, fall behind or take too
 * long. The first round strides from far below; later ones begin near what the last one found.
 */
final class Climb {
    private static final double STRIDE = 1.5;
    private static final double STEP = 1.12;
    private static final Duration EACH = Duration.ofSeconds(4);
    private static final int MOST_STEPS = 16;

    private final Trial trial;
    private final String name;
    private final URI target;
    private final double limitMillis;
    private final LongFunction<PlannedRequest> plan;
    private final Search search;
    private long sent;
    private @Nullable Loaded best;

    /**
     * @param first the rate to begin with, which it should hold
     * @param limitMillis the 99th percentile beyond which a rate does not count as held
     */
    Climb(
            Trial trial,
            String name,
            URI target,
            double first,
            double limitMillis,
            LongFunction<PlannedRequest> plan) {
        this.trial = trial;
        this.name = name;
        this.target = target;
        this.limitMillis = limitMillis;
        this.plan = plan;
        search = new Search(first);
    }

    /** The highest rate held in this round; 0 when none was. Numbers of requests go on counting. */
    double highestHeld() {
        best = null;
        return search.highestHeld(this::holds);
    }

    /** The load at the highest rate held in the last round. */
    @Nullable Loaded best() {
        return best;
    }

    private boolean holds(double rate) {
        long offset = sent;
        Loaded loaded = trial.load(name, target, rate, EACH, n -> plan.apply(offset + n));
        sent += loaded.result().sent();
        boolean holds = loaded.result().held() && loaded.result().millis(99) <= limitMillis;
        if (holds) {
            best = loaded;
        }
        return holds;
    }

    /** Tells whether a rate is held. */
    @FunctionalInterface
    interface Stepper {
        boolean holds(double rate);
    }

    /** Which rates are tried. */
    static final class Search {
        private double from;
        private boolean striding = true;

        Search(double first) {
            from = first;
        }

        double highestHeld(Stepper stepper) {
            double held = striding ? stride(stepper) : 0;
            double rate = held == 0 ? from : held * STEP;
            striding = false;
            for (int i = 0; i < MOST_STEPS; i++) {
                boolean holds = stepper.holds(rate);
                if (!holds && held > 0) {
                    break;
                }
                held = holds ? rate : held;
                rate = holds ? rate * STEP : rate / (STEP * STEP);
            }
            from = held == 0 ? from / 2 : held / STEP;
            return held;
        }

        private double stride(Stepper stepper) {
            double held = 0;
            double rate = from;
            while (stepper.holds(rate)) {
                held = rate;
                rate *= STRIDE;
            }
            return held;
        }
    }
}
