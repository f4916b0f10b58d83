package com.rechain.dao.perf.bench.result;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** From the lowest to the highest of several figures. */
public record Spread(double lowest, double highest) {

    /** The spread of {@code figures}; none of none. */
    public static Optional<Spread> of(List<Double> figures) {
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(new Spread(Collections.min(figures), Collections.max(figures)));
    }

    public boolean overlaps(Spread other) {
        return lowest <= other.highest && other.lowest <= highest;
    }

    @Override
    public String toString() {
        return Numbers.text(lowest) + " - " + Numbers.text(highest);
    }
}
