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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The option that stands for none of the others, and the hurdle that it can be. */
class DefaultOptionTest {

    @Test
    void nothingIsAdoptedWhereNoneOfTheseWins() {
        Rules rules = rules(SystemName.SINGLE_CHOICE, "{\"defaultOption\":{\"option\":2}}");

        assertThat(decide(rules, 100, "1*4", "2*5").verdict()).isEqualTo(Verdict.DEFEATED);
        assertThat(decide(rules, 100, "1*5", "2*4").winners()).containsExactly(1);
    }

    @Test
    void withoutANumberItIsTheLast() {
        Rules rules = rules(SystemName.SINGLE_CHOICE, "{\"defaultOption\":{}}");

        assertThat(decide(rules, 100, "3*5").verdict()).isEqualTo(Verdict.DEFEATED);
        assertThat(Rules.parse(rules.canonical()).orElseThrow()).isEqualTo(rules);
    }

    /** Of 100 eligible the quorum is one and a half roots: 15. Numbers that prefer 1, 2 and 3. */
    @ParameterizedTest
    @CsvSource({
        "15, 0, 0, SUCCEEDED",
        "14, 0, 0, DEFEATED",
        "15, 0, 15, DEFEATED",
        "16, 0, 15, SUCCEEDED",
        "0, 14, 0, DEFEATED"
    })
    void debianDropsWhatTooFewPreferToTheDefaultOption(
            int first, int second, int further, Verdict verdict) {
        Rules rules = rules(SystemName.SCHULZE, "{\"preset\":\"debian\"}");

        Decision decision = decide(rules, 100, "[1]*" + first, "[2]*" + second, "[3]*" + further);

        assertThat(decision.verdict()).isEqualTo(verdict);
    }

    @Test
    void aSupermajorityIsNeededStrictly() {
        String three =
                "{\"preset\":\"debian\",\"defaultOption\":{\"quorum\":{\"amount\":\"20\"},"
                        + "\"majorities\":[{\"option\":1,\"numerator\":\"3\",\"denominator\":\"1\"}]}}";
        Rules rules = rules(SystemName.SCHULZE, three);

        // 1 beats 2, but has its 3:1 over further discussion by a hair only in the second vote.
        Decision exactly = decide(rules, 100, "[1,2,3]*30", "[2,3,1]*10");
        Decision above = decide(rules, 100, "[1,2,3]*31", "[2,3,1]*10");

        assertThat(((Trace.Paths) exactly.trace()).dropped())
                .containsExactly(Map.entry(1, Trace.Drop.MAJORITY));
        assertThat(exactly.winners()).containsExactly(2);
        assertThat(above.winners()).containsExactly(1);
    }

    @Test
    void theRulesNameOptionsThatThereAre() {
        Rules rules = rules(SystemName.SINGLE_CHOICE, "{\"defaultOption\":{\"option\":4}}");

        assertThat(new SingleChoice().checkOptions(3, rules)).isInstanceOf(Parsed.Refused.class);
        assertThat(new SingleChoice().checkOptions(4, rules)).isInstanceOf(Parsed.Accepted.class);
    }

    private static Decision decide(Rules rules, long eligible, String... ballots) {
        VotingSystem system = VotingSystem.of(rules.system());
        Tally tally = system.emptyTally(3);
        for (String ballot : ballots) {
            String[] parts = ballot.split("\\*");
            JsonNode choice = StrictJson.parse(parts[0]).orElseThrow();
            var valid = (BallotCheck.Valid) system.check(choice, 3, rules);
            if (!parts[1].equals("0")) {
                tally.add(valid.choice(), new BigInteger(parts[1]));
            }
        }
        return system.decide(tally, 3, rules, new Eligible(BigInteger.valueOf(eligible), 100));
    }

    private static Rules rules(SystemName system, String partial) {
        return Rules.parseWithDefaults(system, StrictJson.parse(partial).orElseThrow())
                .orElseThrow();
    }
}
