package com.rechain.dao.tally.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.OptionTally;
import com.rechain.dao.tally.json.Coded;
import com.rechain.dao.tally.json.Fault;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Verdict;
import com.rechain.dao.tally.system.Basic;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {

    /**
     * Weights for, against and abstaining of a supply, and what the system itself makes of them.
     */
    @ParameterizedTest
    @CsvSource({
        "snapshot-basic, 1000, 2, 1, 0, SUCCEEDED",
        "snapshot-basic, 1000, 1, 1, 5, DEFEATED",
        "snapshot-basic, 1000, 0, 0, 5, DEFEATED",
        // Quorum is for + abstain; against does not help to reach it.
        "openzeppelin-governor, 1000, 21, 20, 19, SUCCEEDED",
        "openzeppelin-governor, 1000, 20, 19, 19, NO_QUORUM",
        "openzeppelin-governor, 1000, 20, 20, 20, DEFEATED",
        // Quorum is for alone.
        "compound-bravo, 10000000, 400000, 399999, 0, SUCCEEDED",
        "compound-bravo, 10000000, 399999, 1, 900000, NO_QUORUM",
        "compound-bravo, 10000000, 400000, 400000, 0, DEFEATED",
        // Support strict, participation and minimum approval inclusive.
        "aragon-majority, 100, 10, 9, 0, SUCCEEDED",
        "aragon-majority, 100, 9, 1, 0, DEFEATED",
        "aragon-majority, 100, 5, 4, 0, NO_QUORUM",
        "aragon-majority, 100, 10, 10, 0, DEFEATED",
        // Abstentions count for the quorum and not for the majority.
        "dao-dao-single, 100, 2, 1, 17, SUCCEEDED",
        "dao-dao-single, 100, 2, 1, 16, NO_QUORUM",
        "dao-dao-single, 100, 6, 6, 20, DEFEATED",
        // Of the supply, and more than against.
        "realms, 100, 60, 40, 0, SUCCEEDED",
        "realms, 100, 59, 0, 0, DEFEATED",
        "realms, 200, 120, 80, 0, SUCCEEDED",
        // Abstentions help to reach the quorum and are no part of the majority.
        "cosmos-gov, 1000, 2, 1, 331, SUCCEEDED",
        "cosmos-gov, 1000, 2, 1, 330, NO_QUORUM",
        "cosmos-gov, 1000, 200, 200, 0, DEFEATED",
        "cosmos-gov, 1000, 0, 0, 400, DEFEATED"
    })
    void decidesAsTheSystemItIsNamedAfter(
            String preset,
            long supply,
            long inFavour,
            long against,
            long abstaining,
            Verdict verdict) {
        Rules rules = Coded.find(Preset.class, preset).orElseThrow().rules();
        OptionTally tally = new OptionTally(3);
        add(tally, Basic.FOR, inFavour);
        add(tally, Basic.AGAINST, against);
        add(tally, Basic.ABSTAIN, abstaining);

        assertThat(
                        new Basic()
                                .decide(
                                        tally,
                                        3,
                                        rules,
                                        new Eligible(BigInteger.valueOf(supply), 9))
                                .verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void isWrittenOutWhenItIsTaken(Preset preset) {
        JsonNode named = StrictJson.parse("{\"preset\":\"" + preset.code() + "\"}").orElseThrow();
        Rules taken = Rules.parseWithDefaults(preset.rules().system(), named).orElseThrow();

        assertThat(taken).isEqualTo(preset.rules());
        assertThat(Rules.parse(taken.canonical()).orElseThrow()).isEqualTo(taken);
        assertThat(taken.canonical()).doesNotContain("preset");
    }

    /** Of everything cast, abstentions included, more than 33.4 % with veto brings it down. */
    @ParameterizedTest
    @CsvSource({"500, 166, 334, SUCCEEDED", "500, 165, 335, VETOED", "665, 0, 335, VETOED"})
    void aVetoBringsDownWhatWouldPassInCosmos(
            long inFavour, long abstaining, long veto, Verdict verdict) {
        OptionTally tally = new OptionTally(4);
        add(tally, Basic.FOR, inFavour);
        add(tally, Basic.ABSTAIN, abstaining);
        add(tally, Basic.VETO, veto);

        assertThat(
                        new Basic()
                                .decide(
                                        tally,
                                        4,
                                        Preset.COSMOS_GOV.rules(),
                                        new Eligible(BigInteger.valueOf(1_000), 9))
                                .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void aVetoCountsAsAgainstBesides() {
        OptionTally tally = new OptionTally(4);
        add(tally, Basic.FOR, 300);
        add(tally, Basic.AGAINST, 100);
        add(tally, Basic.VETO, 200);

        var decision =
                new Basic()
                        .decide(
                                tally,
                                4,
                                Preset.COSMOS_GOV.rules(),
                                new Eligible(BigInteger.valueOf(1_000), 9));

        assertThat(decision.verdict()).isEqualTo(Verdict.DEFEATED);
    }

    @Test
    void anyPartOfItCanBeReplaced() {
        Rules rules =
                with("{\"preset\":\"aragon-majority\",\"minimumApproval\":{\"comparison\":\"GE\",\"amount\":\"7\"}}")
                        .orElseThrow();

        assertThat(rules.minimumApproval())
                .isEqualTo(
                        new MinimumApproval(
                                Comparison.GE, new Threshold.Amount(BigInteger.valueOf(7))));
        assertThat(rules.quorum()).isEqualTo(Preset.ARAGON_MAJORITY.rules().quorum());
    }

    @Test
    void oneThatIsNotKnownOrForAnotherSystemIsRefused() {
        assertThat(faults(with("{\"preset\":\"senate\"}")))
                .extracting(Fault::place, Fault::rule)
                .containsExactly(tuple("preset", "one-of"));
        JsonNode realms = StrictJson.parse("{\"preset\":\"realms\"}").orElseThrow();
        assertThat(faults(Rules.parseWithDefaults(SystemName.SCHULZE, realms)))
                .extracting(Fault::place, Fault::rule)
                .containsExactly(tuple("preset", "same-system"));
    }

    @Test
    void aMinimumApprovalNeedsScoresThatAreWeight() {
        JsonNode minimum =
                StrictJson.parse("{\"minimumApproval\":{\"comparison\":\"GT\",\"amount\":\"1\"}}")
                        .orElseThrow();

        assertThat(faults(Rules.parseWithDefaults(SystemName.BORDA, minimum)))
                .extracting(Fault::place, Fault::rule)
                .containsExactly(tuple("minimumApproval", "approval-of-system"));
        assertThat(Rules.parseWithDefaults(SystemName.APPROVAL, minimum))
                .isInstanceOf(Parsed.Accepted.class);
    }

    private static void add(OptionTally tally, int option, long weight) {
        if (weight > 0) {
            tally.add(new Choice.Option(option), BigInteger.valueOf(weight));
        }
    }

    private static Parsed<Rules> with(String partial) {
        return Rules.parseWithDefaults(SystemName.BASIC, StrictJson.parse(partial).orElseThrow());
    }

    private static List<Fault> faults(Parsed<Rules> parsed) {
        return ((Parsed.Refused<Rules>) parsed).faults();
    }
}
