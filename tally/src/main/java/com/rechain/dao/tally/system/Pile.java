package com.rechain.dao.tally.system;

import com.rechain.dao.tally.exact.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The papers that count for one option, each with the part of its weight that has come this far.
 * Papers share few different parts, so that whole numbers are added and fractions seldom.
 */
final class Pile {

    private record Parcel(Paper paper, Rational part) {}

    private final List<Parcel> parcels = new ArrayList<>();
    private final Map<Rational, BigInteger> weights = new HashMap<>();

    void add(Paper paper, Rational part) {
        parcels.add(new Parcel(paper, part));
        weights.merge(part, paper.weight(), BigInteger::add);
    }

    Rational weight() {
        return weights.entrySet().stream()
                .map(part -> part.getKey().times(part.getValue()))
                .reduce(Rational.ZERO, Rational::plus);
    }

    void forEach(BiConsumer<Paper, Rational> action) {
        parcels.forEach(parcel -> action.accept(parcel.paper(), parcel.part()));
    }
}
