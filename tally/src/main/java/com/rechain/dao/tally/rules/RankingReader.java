package com.rechain.dao.tally.rules;

import com.rechain.dao.tally.json.ObjectReader;
import com.rechain.dao.tally.rules.Method.Duels;
import com.rechain.dao.tally.rules.Method.Elimination;
import com.rechain.dao.tally.rules.Method.Handling;
import com.rechain.dao.tally.rules.Method.Paths;
import com.rechain.dao.tally.rules.Method.Positions;
import com.rechain.dao.tally.rules.Method.Runoff;
import com.rechain.dao.tally.rules.Method.Stop;
import com.rechain.dao.tally.rules.Method.Strength;
import com.rechain.dao.tally.rules.Method.TieBreak;
import com.rechain.dao.tally.rules.Method.Unranked;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;

/** Reads the methods of systems whose ballots rank. */
final class RankingReader {

    private RankingReader() {}

    static Optional<Method> positions(ObjectReader reader) {
        Optional<Boolean> partial = reader.flag("partial");
        Optional<Boolean> equal = reader.flag("equal");
        Optional<Unranked> unranked = reader.coded("unranked", Unranked.class);
        return complete(reader, () -> new Positions(partial.get(), equal.get(), unranked.get()));
    }

    static Optional<Method> duels(ObjectReader reader) {
        Optional<Boolean> partial = reader.flag("partial");
        Optional<Boolean> equal = reader.flag("equal");
        Optional<Unranked> unranked = reader.coded("unranked", Unranked.class);
        Optional<Boolean> averageSupport = reader.flag("averageSupport");
        Optional<Boolean> normalised = reader.flag("normalised");
        return complete(
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
        Optional<Boolean> partial = reader.flag("partial");
        Optional<Boolean> equal = reader.flag("equal");
        Optional<Unranked> unranked = reader.coded("unranked", Unranked.class);
        Optional<Strength> strength = reader.coded("strength", Strength.class);
        return complete(
                reader,
                () -> new Paths(partial.get(), equal.get(), unranked.get(), strength.get()));
    }

    static Optional<Method> runoff(ObjectReader reader) {
        reader.only(
                "partial",
                "skippedRanks",
                "overvote",
                "duplicate",
                "elimination",
                "stop",
                "tieBreak",
                "seed",
                "leaveFirst");
        Optional<Boolean> partial = reader.flag("partial");
        Optional<Long> skipped = reader.whole("skippedRanks", 0, Runoff.SKIPPED_LIMIT);
        Optional<Handling> overvote = reader.coded("overvote", Handling.class);
        Optional<Handling> duplicate = reader.coded("duplicate", Handling.class);
        Optional<Elimination> elimination = reader.coded("elimination", Elimination.class);
        Optional<Stop> stop = reader.coded("stop", Stop.class);
        Optional<TieBreak> tieBreak = reader.coded("tieBreak", TieBreak.class);
        Optional<String> seed = tieBreak.flatMap(how -> seed(how, reader));
        SortedSet<Integer> leaveFirst =
                reader.has("leaveFirst")
                        ? reader.options("leaveFirst")
                        : Collections.emptySortedSet();
        return complete(
                reader,
                () ->
                        new Runoff(
                                partial.get(),
                                skipped.get().intValue(),
                                overvote.get(),
                                duplicate.get(),
                                elimination.get(),
                                stop.get(),
                                tieBreak.get(),
                                seed.orElse(null),
                                leaveFirst));
    }

    private static Optional<String> seed(TieBreak how, ObjectReader reader) {
        if (how != TieBreak.SEEDED) {
            if (reader.has("seed")) {
                reader.fault("seed", "seed-without-draw", "A seed belongs to tieBreak SEEDED.");
            }
            return Optional.empty();
        }
        return Seeds.read("seed", reader);
    }

    // Every field that is missing or wrong has left a fault.
    private static Optional<Method> complete(ObjectReader reader, Supplier<Method> method) {
        return reader.isFaultless() ? Optional.of(method.get()) : Optional.empty();
    }
}
