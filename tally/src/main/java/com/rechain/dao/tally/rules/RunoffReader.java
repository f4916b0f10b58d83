package com.rechain.dao.tally.rules;

import com.rechain.dao.tally.json.ObjectReader;
import com.rechain.dao.tally.rules.Method.Elimination;
import com.rechain.dao.tally.rules.Method.Handling;
import com.rechain.dao.tally.rules.Method.Level;
import com.rechain.dao.tally.rules.Method.Marks;
import com.rechain.dao.tally.rules.Method.Quota;
import com.rechain.dao.tally.rules.Method.Runoff;
import com.rechain.dao.tally.rules.Method.Seats;
import com.rechain.dao.tally.rules.Method.Stop;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;

/** Reads the methods of systems that count in rounds. */
final class RunoffReader {

    private static final int MOST_SEATS = 499;

    private RunoffReader() {}

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
        Optional<Marks> marks = marks(reader);
        Optional<Elimination> elimination = reader.coded("elimination", Elimination.class);
        Optional<Stop> stop = reader.coded("stop", Stop.class);
        Optional<Level> level = MethodReader.level(reader);
        SortedSet<Integer> leaveFirst =
                reader.has("leaveFirst")
                        ? reader.options("leaveFirst")
                        : Collections.emptySortedSet();
        return MethodReader.complete(
                reader,
                () ->
                        new Runoff(
                                marks.get(),
                                elimination.get(),
                                stop.get(),
                                level.get(),
                                leaveFirst));
    }

    static Optional<Method> seats(ObjectReader reader) {
        reader.only(
                "partial",
                "skippedRanks",
                "overvote",
                "duplicate",
                "seats",
                "quota",
                "tieBreak",
                "seed");
        Optional<Marks> marks = marks(reader);
        Optional<Long> seats = reader.whole("seats", 1, MOST_SEATS);
        Optional<Quota> quota = reader.coded("quota", Quota.class);
        Optional<Level> level = MethodReader.level(reader);
        return MethodReader.complete(
                reader,
                () -> new Seats(marks.get(), seats.get().intValue(), quota.get(), level.get()));
    }

    private static Optional<Marks> marks(ObjectReader reader) {
        Optional<Boolean> partial = reader.flag("partial");
        Optional<Long> skipped = reader.whole("skippedRanks", 0, Marks.SKIPPED_LIMIT);
        Optional<Handling> overvote = reader.coded("overvote", Handling.class);
        Optional<Handling> duplicate = reader.coded("duplicate", Handling.class);
        return partial.isEmpty() || skipped.isEmpty() || overvote.isEmpty() || duplicate.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Marks(
                                partial.get(),
                                skipped.get().intValue(),
                                overvote.get(),
                                duplicate.get()));
    }
}
