package com.rechain.dao.tally.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.OptionTally;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Verdict;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptimisticTest {

    private static final Eligible HUNDRED = new Eligible(BigInteger.valueOf(100), 10);

    @ParameterizedTest
    @CsvSource({
        "0, 0, SUCCEEDED",
        "0, 19, SUCCEEDED",
        "0, 20, DEFEATED",
        "80, 20, DEFEATED",
        "1, 19, SUCCEEDED"
    })
    void itPassesUnlessAFifthOfAllWeightIsAgainst(long inFavour, long against, Verdict verdict) {
        Decision decision = decide(inFavour, against);

        assertThat(decision.verdict()).isEqualTo(verdict);
        assertThat(decision.winner().isPresent()).isEqualTo(verdict == Verdict.SUCCEEDED);
        assertThat(decision.quorum().holds()).isEqualTo(verdict == Verdict.DEFEATED);
    }

    @Test
    void itAsksForNothingButObjections() {
        JsonNode quorum =
                StrictJson.parse(
                                "{\"quorum\":{\"base\":\"CAST\",\"comparison\":\"GE\",\"amount\":\"1\"}}")
                        .orElseThrow();

        assertThat(Rules.parseWithDefaults(SystemName.OPTIMISTIC, quorum))
                .isInstanceOfSatisfying(
                        Parsed.Refused.class,
                        refused -> assertThat(refused.faults().toString()).contains("AGAINST"));
    }

    private static Decision decide(long inFavour, long against) {
        OptionTally tally = new OptionTally(3);
        if (inFavour > 0) {
            tally.add(new Choice.Option(Basic.FOR), BigInteger.valueOf(inFavour));
        }
        if (against > 0) {
            tally.add(new Choice.Option(Basic.AGAINST), BigInteger.valueOf(against));
        }
        Rules rules = Rules.defaultsFor(SystemName.OPTIMISTIC);
        return new Optimistic().decide(tally, 3, rules, HUNDRED);
    }
}
