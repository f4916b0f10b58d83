package com.rechain.dao.tally.outcome;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;

/** A {@link Trace} as JSON. */
final class TraceJson {

    private TraceJson() {}

    static void write(Trace trace, ObjectNode target) {
        switch (trace) {
            case Trace.Summed() -> {}
            case Trace.Rounds(var rounds) -> {
                ArrayNode array = target.putArray("rounds");
                rounds.forEach(round -> write(round, array.addObject()));
            }
            case Trace.Pairs(var preferred) ->
                    matrix(target.putArray("pairs"), preferred, BigInteger::toString);
            case Trace.Paths(var preferred, var strongest) -> {
                matrix(target.putArray("pairs"), preferred, BigInteger::toString);
                matrix(target.putArray("paths"), strongest, Object::toString);
            }
        }
    }

    private static void write(Trace.Round round, ObjectNode target) {
        ArrayNode standing = target.putArray("standing");
        round.standing()
                .forEach(option ->
                        standing.addObject()
                                .put("choice", option.option())
                                .put("weight", option.weight().toString()));
        target.put("continuing", round.continuing().toString());
        target.putObject("inactive")
                .put("exhausted", round.inactive().exhausted().toString())
                .put("overvoted", round.inactive().overvoted().toString())
                .put("repeated", round.inactive().repeated().toString())
                .put("skipped", round.inactive().skipped().toString());
        ArrayNode eliminated = target.putArray("eliminated");
        round.eliminated().forEach(eliminated::add);
        ArrayNode elected = target.putArray("elected");
        round.elected().forEach(elected::add);
        if (!round.tieBreak().isEmpty()) {
            target.put("tieBreak", round.tieBreak());
        }
    }

    private static <T> void matrix(ArrayNode target, List<List<T>> rows, Function<T, String> text) {
        rows.forEach(row -> {
            ArrayNode array = target.addArray();
            row.forEach(value -> array.add(text.apply(value)));
        });
    }
}
