package com.rechain.dao.tally.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.json.Fault;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.outcome.Verdict;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class SeatsTest {

    private static final int OPTIONS = 4;
    private final SingleTransferableVote system = new SingleTransferableVote();

    @Test
    void aSurplusIsHandedOnFromAllBallotsInEqualParts() {
        // 30 of weight, 2 seats: the quota is 11. Option 1 has 18, so 7 of 18 parts go on.
        Decision decision =
                decide(rules("{\"seats\":\"2\"}"), "[1,2]*12", "[1,3]*6", "[3]*7", "[4]*5");
        Trace.Round first = ((Trace.Rounds) decision.trace()).rounds().getFirst();

        assertThat(first.elected()).containsExactly(1);
        assertThat(first.transfer().share()).hasToString("7/18");
        Trace.Round second = ((Trace.Rounds) decision.trace()).rounds().get(1);
        assertThat(second.standing())
                .extracting(one -> one.option() + ":" + one.weight())
                .containsExactly("1:11", "2:14/3", "3:28/3", "4:5");
        assertThat(decision.winners()).containsExactly(1, 3);
        assertThat(decision.verdict()).isEqualTo(Verdict.SUCCEEDED);
    }

    @Test
    void nobodyIsElectedWithoutAnyWeight() {
        Decision decision = decide(rules("{\"seats\":\"3\"}"), "[2]*5");

        assertThat(decision.winners()).containsExactly(2);
        assertThat(decide(rules("{\"seats\":\"2\"}")).verdict()).isEqualTo(Verdict.DEFEATED);
    }

    @Test
    void levelOptionsAreToldApartAsTheRulesSay() {
        String[] ballots = {"[1]*5", "[2]*3", "[3]*3", "[4,2]*3"};

        assertThat(decide(rules("{\"seats\":\"2\",\"tieBreak\":\"LISTED\"}"), ballots).winners())
                .containsExactly(1, 4);
        assertThat(decide(rules("{\"seats\":\"2\",\"tieBreak\":\"REVERSED\"}"), ballots).winners())
                .containsExactly(1, 2);
        Rules drawn = rules("{\"seats\":\"2\",\"tieBreak\":\"SEEDED\",\"seed\":\"block 7\"}");
        assertThat(decide(drawn, ballots)).isEqualTo(decide(drawn, ballots));
    }

    @Test
    void thereAreMoreOptionsThanSeats() {
        assertThat(system.checkOptions(3, rules("{\"seats\":\"2\"}")))
                .isInstanceOf(Parsed.Accepted.class);
        var refused = (Parsed.Refused<Integer>) system.checkOptions(2, rules("{\"seats\":\"2\"}"));
        assertThat(refused.faults())
                .extracting(Fault::place, Fault::rule)
                .containsExactly(tuple("rules.method.seats", "fewer-than-options"));
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

    private static Rules rules(String method) {
        JsonNode partial = StrictJson.parse("{\"method\":" + method + "}").orElseThrow();
        return Rules.parseWithDefaults(SystemName.STV, partial).orElseThrow();
    }
}
