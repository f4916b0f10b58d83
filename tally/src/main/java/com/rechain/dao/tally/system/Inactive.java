package com.rechain.dao.tally.system;

import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Trace;
import java.util.EnumMap;
import java.util.Map;

/** Weight that no longer counts, by where its papers ended. */
final class Inactive {

    private final Map<Paper.Place, Rational> weights = new EnumMap<>(Paper.Place.class);

    void add(Paper.Place place, Rational weight) {
        weights.merge(place, weight, Rational::plus);
    }

    Trace.Inactive shown() {
        return new Trace.Inactive(
                weight(Paper.Place.EXHAUSTED),
                weight(Paper.Place.OVERVOTED),
                weight(Paper.Place.REPEATED),
                weight(Paper.Place.SKIPPED));
    }

    private Rational weight(Paper.Place place) {
        return weights.getOrDefault(place, Rational.ZERO);
    }
}
