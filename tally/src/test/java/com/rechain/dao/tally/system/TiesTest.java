package com.rechain.dao.tally.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.OptionTally;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Verdict;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.Seeds;
import com.rechain.dao.tally.rules.SystemName;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiesTest {

    @ParameterizedTest
    @CsvSource({"DEFEAT, DEFEATED", "STATUS_QUO, TIED", "RUNOFF, TIED"})
    void aTieIsWhatTheRulesMakeOfIt(String ties, Verdict verdict) {
        String partial = "{\"ties\":\"%s\"}".formatted(ties);

        assertThat(decide(SystemName.BASIC, partial, 5, 5, 1).verdict()).isEqualTo(verdict);
        assertThat(decide(SystemName.SINGLE_CHOICE, partial, 5, 5, 1).verdict()).isEqualTo(verdict);
    }

    @Test
    void aDrawTakesOneOfThoseThatAreLevelAndAnyoneCanRepeatIt() {
        String partial = "{\"ties\":\"SEEDED_DRAW\",\"tieSeed\":\"block 840000\"}";
        int drawn = Seeds.draw("block 840000", List.of(1, 3));

        Decision decision = decide(SystemName.SINGLE_CHOICE, partial, 5, 4, 5);

        assertThat(decision.tied()).containsExactly(1, 3);
        assertThat(decision.drawn()).contains(drawn);
        assertThat(decision.winners()).containsExactly(drawn);
    }

    @Test
    void bothSidesOfABasicVoteCanBeDrawn() {
        for (int i = 0; i < 20; i++) {
            String seed = "seed " + i;
            String partial = "{\"ties\":\"SEEDED_DRAW\",\"tieSeed\":\"%s\"}".formatted(seed);
            boolean passes = Seeds.draw(seed, List.of(1, 2)) == 1;

            assertThat(decide(SystemName.BASIC, partial, 3, 3, 0).verdict())
                    .isEqualTo(passes ? Verdict.SUCCEEDED : Verdict.DEFEATED);
        }
    }

    @Test
    void halfAndHalfIsNoTieWhereTwoThirdsAreNeeded() {
        String partial =
                "{\"ties\":\"STATUS_QUO\",\"approval\":{\"base\":\"FOR_AGAINST\",\"comparison\":\"GE\",\"numerator\":\"2\",\"denominator\":\"3\"}}";

        assertThat(decide(SystemName.BASIC, partial, 5, 5, 0).verdict())
                .isEqualTo(Verdict.DEFEATED);
    }

    @Test
    void nothingIsDrawnWithoutAQuorum() {
        String partial =
                "{\"ties\":\"SEEDED_DRAW\",\"tieSeed\":\"x\",\"quorum\":{\"base\":\"CAST\",\"comparison\":\"GE\",\"amount\":\"11\"}}";

        assertThat(decide(SystemName.SINGLE_CHOICE, partial, 5, 5, 0).verdict())
                .isEqualTo(Verdict.NO_QUORUM);
    }

    @ParameterizedTest
    @CsvSource({"BASIC", "OPTIMISTIC", "SINGLE_CHOICE"})
    void aSurveyDecidesNothing(SystemName system) {
        Decision decision = decide(system, "{\"survey\":true}", 5, 1, 0);

        assertThat(decision.verdict()).isEqualTo(Verdict.SURVEY_DONE);
        assertThat(decision.winners()).isEmpty();
    }

    private static Decision decide(SystemName system, String partial, long... weights) {
        Rules rules =
                Rules.parseWithDefaults(system, StrictJson.parse(partial).orElseThrow())
                        .orElseThrow();
        OptionTally tally = new OptionTally(weights.length);
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                tally.add(new Choice.Option(i + 1), BigInteger.valueOf(weights[i]));
            }
        }
        return VotingSystem.of(system)
                .decide(tally, weights.length, rules, new Eligible(BigInteger.valueOf(100), 50));
    }
}
