package com.rechain.dao.tally.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.json.Coded;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every ballot is taken, or refused by a rule that has a name. */
class BallotRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    approval      | {}                                        | "1"               | list
                    approval      | {}                                        | [1,1]             | duplicate-option
                    approval      | {}                                        | [4]               | option-of-proposal
                    approval      | {}                                        | [1.5]             | integer
                    approval      | {}                                        | []                | empty
                    weighted      | {}                                        | [1]               | points
                    weighted      | {}                                        | {"4":1}           | option-of-proposal
                    weighted      | {}                                        | {"01":1}          | option-of-proposal
                    weighted      | {}                                        | {"one":1}         | option-of-proposal
                    weighted      | {}                                        | {"1":-1}          | points-of-option
                    weighted      | {}                                        | {"1":"1"}         | points-of-option
                    weighted      | {}                                        | {"1":0.00001}     | points-of-option
                    weighted      | {}                                        | {"1":10001}       | points-of-option
                    weighted      | {}                                        | {"1":9999,"2":2}  | points-together
                    weighted      | {}                                        | {"1":0}           | no-points
                    weighted      | {}                                        | {}                | no-points
                    score         | {"most":"5"}                              | {"1":6}           | points-of-option
                    score         | {"most":"5"}                              | {"1":0.5}         | points-of-option
                    borda         | {}                                        | 1                 | ranking
                    borda         | {}                                        | [1,1]             | duplicate-option
                    borda         | {}                                        | [[1,1]]           | duplicate-option
                    borda         | {}                                        | [1,[],2]          | empty-rank
                    borda         | {"equal":false}                           | [[1,2],3]         | one-per-rank
                    borda         | {"partial":false}                         | [1,2]             | complete-ranking
                    borda         | {}                                        | [1,2,3,1]         | ranks
                    ranked-choice | {}                                        | []                | empty
                    ranked-choice | {}                                        | [[]]              | empty
                    ranked-choice | {}                                        | [[1,2]]           | one-per-rank
                    ranked-choice | {}                                        | [1,2,1]           | duplicate-option
                    ranked-choice | {"partial":false}                         | [1,[],2]          | empty-rank
                    copeland      | {}                                        | ["1"]             | integer
                    schulze       | {}                                        | [5]               | option-of-proposal
                    """)
    void aBadBallotIsRefusedByANamedRule(String system, String method, String ballot, String rule) {
        assertThat(check(system, method, ballot))
                .isInstanceOfSatisfying(
                        BallotCheck.Invalid.class,
                        refused -> assertThat(refused.broken().rule()).isEqualTo(rule));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    approval      | {"none":true}                             | []                | []
                    approval      | {}                                        | [3,1]             | [1,3]
                    weighted      | {}                                        | {"2":0.5,"1":1.5} | {"1":15,"2":5}
                    weighted      | {}                                        | {"1":3,"2":0}     | {"1":3}
                    weighted      | {}                                        | {"1":100}         | {"1":100}
                    score         | {}                                        | {"3":10}          | {"3":10}
                    borda         | {}                                        | [[2,1],3]         | [[1,2],3]
                    ranked-choice | {}                                        | [[],2,1]          | [[],2,1]
                    ranked-choice | {"overvote":"SKIP","duplicate":"EXHAUST"} | [[1,2],1]         | [[1,2],1]
                    schulze       | {}                                        | [[3],[1]]         | [3,1]
                    """)
    void aGoodBallotHasOneForm(String system, String method, String ballot, String canonical) {
        assertThat(check(system, method, ballot))
                .isInstanceOfSatisfying(
                        BallotCheck.Valid.class,
                        taken -> assertThat(taken.choice().canonical()).isEqualTo(canonical));
    }

    @Test
    void systemsThatCompareAllPairsTakeFewerOptions() {
        Rules plain = Rules.defaultsFor(SystemName.SCHULZE);
        assertThat(new Schulze().checkOptions(50, plain)).isInstanceOf(Parsed.Accepted.class);
        assertThat(new Schulze().checkOptions(51, plain)).isInstanceOf(Parsed.Refused.class);
        assertThat(new Copeland().checkOptions(51, plain)).isInstanceOf(Parsed.Refused.class);
        assertThat(new Borda().checkOptions(500, plain)).isInstanceOf(Parsed.Accepted.class);
    }

    private static BallotCheck check(String system, String method, String ballot) {
        SystemName name = Coded.find(SystemName.class, system).orElseThrow();
        String partial = method.equals("{}") ? "{}" : "{\"method\":" + method + "}";
        JsonNode given = StrictJson.parse(partial).orElseThrow();
        Rules rules = Rules.parseWithDefaults(name, given).orElseThrow();
        JsonNode choice = StrictJson.parse(ballot).orElseThrow();
        return VotingSystem.of(name).check(choice, 3, rules);
    }
}
