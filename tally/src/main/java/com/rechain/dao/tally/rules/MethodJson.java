package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.rules.Method.Approving;
import com.rechain.dao.tally.rules.Method.Budget;
import com.rechain.dao.tally.rules.Method.Duels;
import com.rechain.dao.tally.rules.Method.Level;
import com.rechain.dao.tally.rules.Method.Marks;
import com.rechain.dao.tally.rules.Method.Paths;
import com.rechain.dao.tally.rules.Method.Positions;
import com.rechain.dao.tally.rules.Method.Roots;
import com.rechain.dao.tally.rules.Method.Runoff;
import com.rechain.dao.tally.rules.Method.Scoring;
import com.rechain.dao.tally.rules.Method.Seats;

/** A {@link Method} as JSON, as {@link MethodReader} reads it. */
final class MethodJson {

    private MethodJson() {}

    static ObjectNode of(Method method) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (method) {
            case Approving(boolean none) -> json.put("none", none);
            case Roots(boolean normalised) -> json.put("normalised", normalised);
            case Scoring(long most) -> json.put("most", Long.toString(most));
            case Positions p ->
                    json.put("partial", p.partial())
                            .put("equal", p.equal())
                            .put("unranked", p.unranked().code());
            case Runoff runoff -> runoff(runoff, json);
            case Seats seats -> seats(seats, json);
            case Budget budget -> budget(budget, json);
            case Duels d ->
                    json.put("partial", d.partial())
                            .put("equal", d.equal())
                            .put("unranked", d.unranked().code())
                            .put("averageSupport", d.averageSupport())
                            .put("normalised", d.normalised());
            case Paths p ->
                    json.put("partial", p.partial())
                            .put("equal", p.equal())
                            .put("unranked", p.unranked().code())
                            .put("strength", p.strength().code());
        }
        return json;
    }

    private static void runoff(Runoff runoff, ObjectNode json) {
        marks(runoff.marks(), json);
        json.put("elimination", runoff.elimination().code()).put("stop", runoff.stop().code());
        level(runoff.level(), json);
        if (!runoff.leaveFirst().isEmpty()) {
            runoff.leaveFirst().forEach(json.putArray("leaveFirst")::add);
        }
    }

    private static void seats(Seats seats, ObjectNode json) {
        marks(seats.marks(), json);
        json.put("seats", Integer.toString(seats.seats())).put("quota", seats.quota().code());
        level(seats.level(), json);
    }

    private static void budget(Budget budget, ObjectNode json) {
        json.put("budget", budget.budget().toString());
        ArrayNode costs = json.putArray("costs");
        budget.costs().forEach(cost -> costs.add(cost.toString()));
        json.put("mostApprovals", Integer.toString(budget.mostApprovals()))
                .put("misfit", budget.misfit().code());
        level(budget.level(), json);
    }

    private static void marks(Marks marks, ObjectNode json) {
        json.put("partial", marks.partial())
                .put("skippedRanks", Integer.toString(marks.skippedRanks()))
                .put("overvote", marks.overvote().code())
                .put("duplicate", marks.duplicate().code());
    }

    private static void level(Level level, ObjectNode json) {
        json.put("tieBreak", level.tieBreak().code());
        if (level.seed() != null) {
            json.put("seed", level.seed());
        }
    }
}
