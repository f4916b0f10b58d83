package com.rechain.dao.proposal.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.tally.rules.TieRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The vote that follows a tie where the rules say so: the same among what shared the lead. */
public final class Runoff {
    private Runoff() {}

    /** Whether the rules call for another vote after a tie. */
    public static boolean isCalledForBy(Rules rules) {
        return rules.ties() == TieRule.RUNOFF;
    }

    /**
     * Whether {@code rules} mean the same among fewer options: there is one winner, and no option
     * is named by its number.
     */
    public static boolean fits(Rules rules) {
        return rules.system() != SystemName.STV
                && rules.system() != SystemName.BUDGET
                && rules.provisions().defaultOption() == null
                && rules.toJson().at("/method/leaveFirst").isMissingNode();
    }

    /** The rules of the runoff: after another tie nothing changes. */
    public static Rules rules(String tied) {
        JsonNode json = StrictJson.parse(tied).orElseThrow();
        return Rules.parse(((ObjectNode) json).put("ties", TieRule.STATUS_QUO.code()))
                .orElseThrow();
    }

    /**
     * What is put to the vote: the content of {@code before}, from {@code now} on for as long as
     * that was to last.
     *
     * @param options the numbers of the choices that shared the lead, from 1
     */
    static Wording wording(Wording before, List<Integer> options, Duration period, Instant now) {
        List<String> choices = before.choices();
        boolean fixed =
                before.system().equals(SystemName.BASIC.code())
                        || before.system().equals(SystemName.OPTIMISTIC.code());
        return new Wording(
                before.title(),
                before.body(),
                before.system(),
                fixed ? choices : options.stream().map(option -> choices.get(option - 1)).toList(),
                before.labels(),
                before.rules(),
                now,
                now.plus(period),
                before.plan());
    }
}
