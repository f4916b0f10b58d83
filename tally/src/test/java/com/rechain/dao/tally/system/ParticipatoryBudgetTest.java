package com.rechain.dao.tally.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.outcome.Verdict;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParticipatoryBudgetTest {

    private static final int OPTIONS = 4;
    private static final String COSTS =
            "\"budget\":\"100\",\"costs\":[\"60\",\"50\",\"30\",\"10\"]";
    private static final String[] BALLOTS = {"[1,2]*5", "[1,3]*4", "[2,4]*3", "[4]*1"};
    private final ParticipatoryBudget system = new ParticipatoryBudget();

    @Test
    void theMostSupportedIsFundedFirstAndWhatDoesNotFitIsPassedOver() {
        // Approved of with 9, 8, 4, 4: 60 leaves 40, 50 does not fit, 30 and 10 do.
        Decision decision = decide(rules("", ""), BALLOTS);

        assertThat(decision.scores())
                .extracting(Object::toString)
                .containsExactly("9", "8", "4", "4");
        assertThat(decision.winners()).containsExactly(1, 3, 4);
        assertThat(decision.verdict()).isEqualTo(Verdict.SUCCEEDED);
        assertThat(answers(decision))
                .containsExactly("1:FUNDED:100", "2:TOO_DEAR:40", "3:FUNDED:40", "4:FUNDED:10");
    }

    @Test
    void theRulesMayEndItAtTheFirstThatDoesNotFit() {
        Decision decision = decide(rules(",\"misfit\":\"STOP\"", ""), BALLOTS);

        assertThat(decision.winners()).containsExactly(1);
        assertThat(answers(decision)).contains("3:AFTER_THE_END:40", "4:AFTER_THE_END:40");
    }

    @Test
    void anOptionBelowTheBarIsNotFundedHoweverMuchIsLeft() {
        String half =
                ",\"approval\":{\"base\":\"CAST\",\"comparison\":\"GE\",\"numerator\":\"8\",\"denominator\":\"13\"}";

        Decision decision = decide(rules("", half), BALLOTS);

        assertThat(decision.winners()).containsExactly(1);
        assertThat(answers(decision)).contains("2:TOO_DEAR:40", "3:NOT_APPROVED:40");
    }

    @Test
    void levelOptionsAreOfferedItAsTheRulesSay() {
        Decision reversed = decide(rules(",\"tieBreak\":\"REVERSED\"", ""), BALLOTS);

        assertThat(reversed.winners()).containsExactly(1, 4, 3);
    }

    @Test
    void whatNobodyApprovesOfIsNotFunded() {
        assertThat(decide(rules("", "")).verdict()).isEqualTo(Verdict.DEFEATED);
        assertThat(decide(rules("", ""), "[4]*1").winners()).containsExactly(4);
    }

    @Test
    void aBallotApprovesOfNoMoreThanTheRulesAllow() {
        JsonNode three = StrictJson.parse("[1,2,3]").orElseThrow();

        assertThat(system.check(three, OPTIONS, rules(",\"mostApprovals\":\"3\"", "")))
                .isInstanceOf(BallotCheck.Valid.class);
        assertThat(system.check(three, OPTIONS, rules(",\"mostApprovals\":\"2\"", "")))
                .isInstanceOfSatisfying(
                        BallotCheck.Invalid.class,
                        refused -> assertThat(refused.broken().rule()).isEqualTo("approvals"));
    }

    @Test
    void everyOptionHasOneCost() {
        assertThat(system.checkOptions(4, rules("", ""))).isInstanceOf(Parsed.Accepted.class);
        assertThat(system.checkOptions(3, rules("", ""))).isInstanceOf(Parsed.Refused.class);
    }

    private static List<String> answers(Decision decision) {
        return ((Trace.Spending) decision.trace())
                .offers().stream()
                        .map(offer -> offer.option() + ":" + offer.answer() + ":" + offer.left())
                        .toList();
    }

    private Decision decide(Rules rules, String... ballots) {
        Tally tally = system.emptyTally(OPTIONS);
        for (String ballot : ballots) {
            String[] parts = ballot.split("\\*");
            JsonNode choice = StrictJson.parse(parts[0]).orElseThrow();
            var valid = (BallotCheck.Valid) system.check(choice, OPTIONS, rules);
            tally.add(valid.choice(), new BigInteger(parts[1]));
        }
        return system.decide(tally, OPTIONS, rules, new Eligible(BigInteger.valueOf(100), 100));
    }

    private static Rules rules(String method, String rest) {
        String partial = "{\"method\":{" + COSTS + method + "}" + rest + "}";
        return Rules.parseWithDefaults(SystemName.BUDGET, StrictJson.parse(partial).orElseThrow())
                .orElseThrow();
    }
}
