package com.rechain.dao.tally.outcome;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.rules.Rules;
import java.util.List;

/** The result of a vote as JSON: the same decision always gives the same canonical bytes. */
public final class ResultJson {

    private ResultJson() {}

    /**
     * @param choices the labels of the options, in order
     */
    public static ObjectNode of(
            Rules rules, List<String> choices, Eligible eligible, Decision decision) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("system", rules.system().code());
        json.put("rulesHash", rules.hash());
        json.putObject("eligible")
                .put("weight", eligible.weight().toString())
                .put("voters", Long.toString(eligible.voters()));
        json.putObject("cast")
                .put("weight", decision.cast().weight().toString())
                .put("ballots", Long.toString(decision.cast().ballots()));
        writeScores(json.putArray("scores"), choices, decision);
        TraceJson.write(decision.trace(), json);
        json.set("quorum", decision.quorum().toJson());
        decision.approval().ifPresent(approval -> json.set("approval", approval.toJson()));
        Bars bars = decision.bars();
        bars.minimum().ifPresent(minimum -> json.set("minimumApproval", minimum.toJson()));
        bars.veto().ifPresent(veto -> json.set("veto", veto.toJson()));
        decision.winners().forEach(json.putArray("winners")::add);
        decision.tied().forEach(json.putArray("tied")::add);
        decision.drawn().ifPresent(drawn -> json.put("drawn", drawn));
        json.put("outcome", decision.verdict().name());
        return json;
    }

    private static void writeScores(ArrayNode target, List<String> choices, Decision decision) {
        for (int i = 0; i < choices.size(); i++) {
            Rational score = decision.scores().get(i);
            ObjectNode option =
                    target.addObject()
                            .put("choice", i + 1)
                            .put("label", choices.get(i))
                            .put("score", score.text());
            if (!score.isWhole()) {
                option.put("exact", score.toString());
            }
        }
    }
}
