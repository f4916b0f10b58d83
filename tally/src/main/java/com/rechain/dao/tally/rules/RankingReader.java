package com.rechain.dao.tally.rules;

import com.rechain.dao.tally.json.ObjectReader;
import com.rechain.dao.tally.rules.Method.Duels;
import com.rechain.dao.tally.rules.Method.Paths;
import com.rechain.dao.tally.rules.Method.Positions;
import com.rechain.dao.tally.rules.Method.Strength;
import com.rechain.dao.tally.rules.Method.Unranked;
import java.util.Optional;

/** Reads the methods of systems that compare ranks. */
final class RankingReader {

    private RankingReader() {}

    static Optional<Method> positions(ObjectReader reader) {
        reader.only("partial", "equal", "unranked");
        Optional<Boolean> partial = reader.flag("partial");
        Optional<Boolean> equal = reader.flag("equal");
        Optional<Unranked> unranked = reader.coded("unranked", Unranked.class);
        return MethodReader.complete(
                reader, () -> new Positions(partial.get(), equal.get(), unranked.get()));
    }

    static Optional<Method> duels(ObjectReader reader) {
        reader.only("partial", "equal", "unranked", "averageSupport", "normalised");
        Optional<Boolean> partial = reader.flag("partial");
        Optional<Boolean> equal = reader.flag("equal");
        Optional<Unranked> unranked = reader.coded("unranked", Unranked.class);
        Optional<Boolean> averageSupport = reader.flag("averageSupport");
        Optional<Boolean> normalised = reader.flag("normalised");
        return MethodReader.complete(
                reader,
                () ->
                        new Duels(
                                partial.get(),
                                equal.get(),
                                unranked.get(),
                                averageSupport.get(),
                                normalised.get()));
    }

    static Optional<Method> paths(ObjectReader reader) {
        reader.only("partial", "equal", "unranked", "strength");
        Optional<Boolean> partial = reader.flag("partial");
        Optional<Boolean> equal = reader.flag("equal");
        Optional<Unranked> unranked = reader.coded("unranked", Unranked.class);
        Optional<Strength> strength = reader.coded("strength", Strength.class);
        return MethodReader.complete(
                reader,
                () -> new Paths(partial.get(), equal.get(), unranked.get(), strength.get()));
    }
}
