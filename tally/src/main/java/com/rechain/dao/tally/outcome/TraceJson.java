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
            case Trace.Rounds(var quota, var rounds) -> {
                if (quota != null) {
                    target.put("quota", quota.toString());
                }
                ArrayNode array = target.putArray("rounds");
                rounds.forEach(round -> write(round, array.addObject()));
            }
            case Trace.Pairs(var preferred) ->
                    matrix(target.putArray("pairs"), preferred, BigInteger::toString);
            case Trace.Paths(var preferred, var strongest, var dropped) -> {
                matrix(target.putArray("pairs"), preferred, BigInteger::toString);
                matrix(target.putArray("paths"), strongest, Object::toString);
                if (!dropped.isEmpty()) {
                    ArrayNode array = target.putArray("dropped");
                    dropped.forEach((option, why) ->
                            array.addObject().put("choice", option).put("by", why.name()));
                }
            }
            case Trace.Spending(var offers) -> {
                ArrayNode array = target.putArray("spending");
                offers.forEach(offer -> write(offer, array.addObject()));
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
        Trace.Transfer transfer = round.transfer();
        if (transfer != null) {
            target.putObject("transfer")
                    .put("choice", transfer.option())
                    .put("surplus", transfer.surplus().toString())
                    .put("share", transfer.share().toString());
        }
        if (!round.tieBreak().isEmpty()) {
            target.put("tieBreak", round.tieBreak());
        }
    }

    private static void write(Trace.Offer offer, ObjectNode target) {
        target.put("choice", offer.option())
                .put("support", offer.support().toString())
                .put("cost", offer.cost().toString())
                .put("left", offer.left().toString())
                .put("answer", offer.answer().name());
    }

    private static <T> void matrix(ArrayNode target, List<List<T>> rows, Function<T, String> text) {
        rows.forEach(row -> {
            ArrayNode array = target.addArray();
            row.forEach(value -> array.add(text.apply(value)));
        });
    }
}
