package com.rechain.dao.tally.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.json.Coded;
import com.rechain.dao.tally.json.Fault;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.json.StrictJson;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RulesTest {

    private static final String BASIC =
            """
            {"approval":{"base":"FOR_AGAINST","comparison":"GT","denominator":"2","numerator":"1"},\
            "changeOfVote":"UNTIL_CLOSE",\
            "quorum":{"base":"FOR_ABSTAIN","comparison":"GE","denominator":"5","numerator":"1"},\
            "system":"basic","ties":"DEFEAT","visibility":"PUBLIC_LIVE"}\
            """;

    @Test
    void canonicalTextSurvivesReadingAndHasAStableHash() {
        Rules rules = Rules.parse(BASIC).orElseThrow();

        assertThat(rules.canonical()).isEqualTo(BASIC);
        assertThat(rules.hash())
                .isEqualTo("a7252e0b0b838884ce278f414c974d90b2591ab5bd56386325f41c430bc9c626");
    }

    @ParameterizedTest
    @EnumSource(SystemName.class)
    void everySystemsDefaultsAreValid(SystemName system) {
        Rules defaults = Rules.defaultsFor(system);

        assertThat(Rules.parse(defaults.canonical()).orElseThrow()).isEqualTo(defaults);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "system":"basic"                | "system":"best"              | system             | one-of
                    "ties":"DEFEAT",                |                              | ties               | required
                    "ties":"DEFEAT"                 | "ties":null                  | ties               | string
                    "ties":"DEFEAT"                 | "ties":"DEFEAT","more":1     | more               | unknown-field
                    "denominator":"5"               | "denominator":"0"            | quorum.denominator | positive
                    "numerator":"1"},"system        | "numerator":"6"},"system     | quorum.numerator   | at-most-one
                    "denominator":"5"               | "denominator":"05"           | quorum.denominator | decimal-string
                    "denominator":"5"               | "denominator":5              | quorum.denominator | string
                    "denominator":"5"               | "denominator":"5","amount":"1" | quorum.amount    | amount-or-fraction
                    "base":"FOR_ABSTAIN"            | "base":"ABSTAIN"             | quorum.base        | one-of
                    "comparison":"GT","denominator":"2" | "comparison":"GT"        | approval.denominator | required
                    """)
    void aBrokenRuleIsNamedByItsPlace(String original, String broken, String place, String rule) {
        String json = BASIC.replace(original, broken == null ? "" : broken);

        assertThat(faults(Rules.parse(json)))
                .extracting(Fault::place, Fault::rule)
                .contains(tuple(place, rule));
    }

    @Test
    void everyFaultIsReportedAtOnce() {
        assertThat(faults(Rules.parse("{\"system\":\"basic\"}")))
                .extracting(Fault::place)
                .containsExactly("quorum", "approval", "changeOfVote", "visibility", "ties");
    }

    @Test
    void aSeedThatHasNoCanonicalFormIsRefused() {
        String json =
                BASIC.replace(
                        "\"ties\":\"DEFEAT\"", "\"ties\":\"SEEDED_DRAW\",\"tieSeed\":\"\\ud800\"");

        assertThat(faults(Rules.parse(json)))
                .extracting(Fault::place, Fault::rule)
                .containsExactly(tuple("tieSeed", "well-formed-text"));
    }

    @Test
    void aDuplicateNameIsRefused() {
        String json =
                BASIC.replace("\"ties\":\"DEFEAT\"", "\"ties\":\"DEFEAT\",\"ties\":\"DEFEAT\"");

        assertThat(faults(Rules.parse(json)))
                .extracting(Fault::rule)
                .containsExactly("unique-names");
    }

    @Test
    void anAmountOfThirtyEightDigitsIsReadExactlyAndThirtyNineAreRefused() {
        String amount = "9".repeat(38);
        String json =
                BASIC.replace(
                        "\"denominator\":\"5\",\"numerator\":\"1\"",
                        "\"amount\":\"%s\"".formatted(amount));

        assertThat(Rules.parse(json).orElseThrow().quorum().threshold())
                .isEqualTo(new Threshold.Amount(new BigInteger(amount)));
        assertThat(faults(Rules.parse(json.replace(amount, amount + "9"))))
                .extracting(Fault::place, Fault::rule)
                .containsExactly(tuple("quorum.amount", "decimal-string"));
    }

    @Test
    void singleChoiceKnowsNeitherForNorAgainst() {
        String json =
                Rules.defaultsFor(SystemName.SINGLE_CHOICE)
                        .canonical()
                        .replace("\"CAST\"", "\"FOR_ABSTAIN\"");

        assertThat(faults(Rules.parse(json)))
                .extracting(Fault::place, Fault::rule)
                .containsExactly(tuple("quorum.base", "base-of-system"));
    }

    @Test
    void fieldsLeftOutAreTakenFromTheDefaults() {
        var partial = StrictJson.parse("{\"ties\":\"STATUS_QUO\"}").orElseThrow();

        Rules rules = Rules.parseWithDefaults(SystemName.BASIC, partial).orElseThrow();

        assertThat(rules.ties()).isEqualTo(TieRule.STATUS_QUO);
        assertThat(rules.quorum()).isEqualTo(QuorumRule.NOTHING_NEEDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    weighted      | {"most":"1"}             | method              | unknown-field
                    approval      | {"none":"yes"}           | method.none         | boolean
                    approval      | {"all":true}             | method.all          | unknown-field
                    score         | {"most":"0"}             | method.most         | range
                    score         | {"most":10}              | method.most         | string
                    borda         | {"unranked":"FIRST"}     | method.unranked     | one-of
                    ranked-choice | {"skippedRanks":"501"}   | method.skippedRanks | range
                    ranked-choice | {"tieBreak":"SEEDED"}    | method.seed         | required
                    ranked-choice | {"seed":"x"}             | method.seed         | seed-without-draw
                    ranked-choice | {"leaveFirst":[1,1]}     | method.leaveFirst   | options
                    copeland      | {"strength":"MARGINS"}   | method.strength     | unknown-field
                    schulze       | {"strength":"VOTES"}     | method.strength     | one-of
                    """)
    void aBrokenMethodIsNamedByItsPlace(String system, String method, String place, String rule) {
        SystemName name = Coded.find(SystemName.class, system).orElseThrow();
        JsonNode partial = StrictJson.parse("{\"method\":" + method + "}").orElseThrow();

        assertThat(faults(Rules.parseWithDefaults(name, partial)))
                .extracting(Fault::place, Fault::rule)
                .contains(tuple(place, rule));
    }

    @Test
    void aMethodIsReadAgainAsItWasWritten() {
        String method =
                """
                {"tieBreak":"SEEDED","seed":"block 7","leaveFirst":[2,3],"skippedRanks":"1"}\
                """;
        JsonNode partial = StrictJson.parse("{\"method\":" + method + "}").orElseThrow();

        Rules rules = Rules.parseWithDefaults(SystemName.RANKED_CHOICE, partial).orElseThrow();

        assertThat(Rules.parse(rules.canonical()).orElseThrow()).isEqualTo(rules);
        assertThat(((Method.Runoff) rules.method()).leaveFirst()).containsExactly(2, 3);
        assertThat(((Method.Runoff) rules.method()).stop()).isEqualTo(Method.Stop.MAJORITY);
    }

    @Test
    void aShareOfPointsMeansNothing() {
        JsonNode partial =
                StrictJson.parse(
                                "{\"approval\":{\"base\":\"CAST\",\"comparison\":\"GT\",\"numerator\":\"1\",\"denominator\":\"2\"}}")
                        .orElseThrow();

        assertThat(faults(Rules.parseWithDefaults(SystemName.SCORE, partial)))
                .extracting(Fault::place, Fault::rule)
                .containsExactly(tuple("approval", "approval-of-system"));
        assertThat(Rules.parseWithDefaults(SystemName.APPROVAL, partial))
                .isInstanceOf(Parsed.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    basic         | "veto":{"base":"FOR_AGAINST","comparison":"GT","numerator":"1","denominator":"3"} | veto.base               | base-of-veto
                    schulze       | "veto":{"base":"CAST","comparison":"GT","numerator":"1","denominator":"3"}        | veto                    | veto-of-system
                    basic         | "defaultOption":{"option":1}                                                      | defaultOption           | default-of-system
                    borda         | "defaultOption":{"quorum":{"amount":"1"}}                                         | defaultOption           | hurdle-of-system
                    schulze       | "defaultOption":{"option":0}                                                      | defaultOption.option    | option
                    schulze       | "defaultOption":{"quorum":{}}                                                     | defaultOption.quorum.roots | required
                    schulze       | "defaultOption":{"majorities":[{"option":1}]}                                     | defaultOption.majorities[0].numerator | required
                    schulze       | "defaultOption":{"majorities":{}}                                                 | defaultOption.majorities | list
                    basic         | "ties":"SEEDED_DRAW"                                                              | tieSeed                 | required
                    basic         | "tieSeed":"x"                                                                     | tieSeed                 | seed-without-draw
                    basic         | "changeOfVote":"UNTIL_LAST"                                                       | finalMinutes            | required
                    basic         | "finalMinutes":"5"                                                                | finalMinutes            | minutes-without-limit
                    basic         | "ending":{"early":true}                                                           | ending                  | early-end-needs-final-votes
                    basic         | "changeOfVote":"NONE","ending":{"early":true}                                     | ending.early            | early-end-needs-own-votes
                    score         | "changeOfVote":"NONE","delegation":{"depth":"0"},"ending":{"early":true}          | ending.early            | early-end-of-system
                    approval      | "ending":{"superQuorum":{"comparison":"GE","amount":"1"}}                         | ending.superQuorum      | super-quorum-of-system
                    optimistic    | "ending":{"extensionSeconds":"60"}                                                | ending.extensionSeconds | extension-of-objection
                    basic         | "survey":true,"changeOfVote":"NONE","ending":{"superQuorum":{"comparison":"GE","amount":"1"}} | ending      | early-end-of-survey
                    basic         | "delegation":{"depth":"9"}                                                        | delegation.depth        | range
                    basic         | "delegation":{"depth":"1","cap":{}}                                               | delegation.cap.numerator | required
                    basic         | "survey":"yes"                                                                    | survey                  | boolean
                    stv           | "method":{"seats":"0"}                                                            | method.seats            | range
                    stv           | "method":{"quota":"IMPERIALI"}                                                    | method.quota            | one-of
                    budget        | "method":{"costs":["1",2]}                                                        | method.costs            | decimal-strings
                    budget        | "method":{"tieBreak":"EARLIER_ROUNDS"}                                            | method.tieBreak         | rounds-of-system
                    """)
    void aBrokenProvisionIsNamedByItsPlace(
            String system, String provision, String place, String rule) {
        SystemName name = Coded.find(SystemName.class, system).orElseThrow();
        JsonNode partial = StrictJson.parse("{" + provision + "}").orElseThrow();

        assertThat(faults(Rules.parseWithDefaults(name, partial)))
                .extracting(Fault::place, Fault::rule)
                .contains(tuple(place, rule));
    }

    @Test
    void anEarlyEndSaysWhatItTakes() {
        JsonNode partial = StrictJson.parse("{\"ending\":{\"early\":true}}").orElseThrow();

        assertThat(faults(Rules.parseWithDefaults(SystemName.BASIC, partial)))
                .extracting(Fault::message)
                .anySatisfy(message -> assertThat(message).endsWith("changeOfVote NONE."))
                .anySatisfy(message -> assertThat(message).endsWith("delegation.depth \"0\"."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    basic   | "veto":{"base":"CAST","comparison":"GT","numerator":"1","denominator":"3"}
                    schulze | "defaultOption":{"option":2,"quorum":{"roots":{"numerator":"3","denominator":"2"}},"majorities":[{"option":1,"numerator":"3","denominator":"1"}]}
                    borda   | "defaultOption":{}
                    basic   | "ties":"SEEDED_DRAW","tieSeed":"block 7"
                    basic   | "changeOfVote":"UNTIL_LAST","finalMinutes":"60"
                    basic   | "ending":{"extensionSeconds":"3600"}
                    basic   | "changeOfVote":"NONE","ending":{"superQuorum":{"comparison":"GE","amount":"9"}}
                    basic   | "changeOfVote":"NONE","ending":{"early":true},"delegation":{"depth":"0"}
                    basic   | "delegation":{"depth":"8","cap":{"numerator":"1","denominator":"10"}},"survey":true
                    stv     | "method":{"seats":"3","quota":"HARE","tieBreak":"SEEDED","seed":"x"}
                    budget  | "method":{"budget":"5","costs":["1","2"],"mostApprovals":"1","misfit":"STOP","tieBreak":"REVERSED"}
                    """)
    void aProvisionIsReadAgainAsItWasWritten(String system, String provision) {
        SystemName name = Coded.find(SystemName.class, system).orElseThrow();
        JsonNode partial = StrictJson.parse("{" + provision + "}").orElseThrow();

        Rules rules = Rules.parseWithDefaults(name, partial).orElseThrow();

        assertThat(rules).isNotEqualTo(Rules.defaultsFor(name));
        assertThat(Rules.parse(rules.canonical()).orElseThrow()).isEqualTo(rules);
        partial.fieldNames()
                .forEachRemaining(field -> assertThat(rules.toJson().has(field)).isTrue());
    }

    private static List<Fault> faults(Parsed<Rules> parsed) {
        return ((Parsed.Refused<Rules>) parsed).faults();
    }
}
