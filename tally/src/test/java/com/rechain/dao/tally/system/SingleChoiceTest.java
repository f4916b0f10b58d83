package com.rechain.dao.tally.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.OptionTally;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.ResultJson;
import com.rechain.dao.tally.outcome.Verdict;
import com.rechain.dao.tally.rules.ApprovalBase;
import com.rechain.dao.tally.rules.ApprovalRule;
import com.rechain.dao.tally.rules.ChangeOfVote;
import com.rechain.dao.tally.rules.Comparison;
import com.rechain.dao.tally.rules.Fraction;
import com.rechain.dao.tally.rules.QuorumBase;
import com.rechain.dao.tally.rules.QuorumRule;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.tally.rules.Threshold;
import com.rechain.dao.tally.rules.TieRule;
import com.rechain.dao.tally.rules.Visibility;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingleChoiceTest {

    private static final Eligible ELIGIBLE = new Eligible(BigInteger.valueOf(100), 10);

    private final SingleChoice singleChoice = new SingleChoice();

    @Test
    void theOneHighestScoreWins() {
        Decision decision = decide(Rules.defaultsFor(SystemName.SINGLE_CHOICE), 3, 8, 5);

        assertThat(decision.verdict()).isEqualTo(Verdict.SUCCEEDED);
        assertThat(decision.winner()).contains(2);
        assertThat(decision.tied()).isEmpty();
    }

    @Test
    void aTieAtTheTopHasNoWinner() {
        Decision defeated = decide(rules(QuorumRule.NOTHING_NEEDED, null, TieRule.DEFEAT), 8, 3, 8);
        Decision tied = decide(rules(QuorumRule.NOTHING_NEEDED, null, TieRule.STATUS_QUO), 8, 3, 8);

        assertThat(defeated.verdict()).isEqualTo(Verdict.DEFEATED);
        assertThat(tied.verdict()).isEqualTo(Verdict.TIED);
        assertThat(tied.tied()).containsExactly(1, 3);
        assertThat(tied.winner()).isEmpty();
    }

    @Test
    void noBallotsMeanDefeatNotTie() {
        Decision decision =
                decide(rules(QuorumRule.NOTHING_NEEDED, null, TieRule.STATUS_QUO), 0, 0, 0);

        assertThat(decision.verdict()).isEqualTo(Verdict.DEFEATED);
        assertThat(decision.tied()).isEmpty();
    }

    @Test
    void withoutTheQuorumNobodyWins() {
        QuorumRule quorum =
                new QuorumRule(
                        QuorumBase.CAST,
                        Comparison.GE,
                        new Threshold.Amount(BigInteger.valueOf(17)));

        assertThat(decide(rules(quorum, null, TieRule.DEFEAT), 3, 8, 5).verdict())
                .isEqualTo(Verdict.NO_QUORUM);
        assertThat(decide(rules(quorum, null, TieRule.DEFEAT), 3, 9, 5).verdict())
                .isEqualTo(Verdict.SUCCEEDED);
    }

    @Test
    void anApprovalBarAsksMoreOfTheLeader() {
        ApprovalRule majority =
                new ApprovalRule(ApprovalBase.CAST, Comparison.GT, Fraction.of(1, 2));

        assertThat(
                        decide(rules(QuorumRule.NOTHING_NEEDED, majority, TieRule.DEFEAT), 3, 8, 5)
                                .verdict())
                .isEqualTo(Verdict.DEFEATED);
        assertThat(
                        decide(rules(QuorumRule.NOTHING_NEEDED, majority, TieRule.DEFEAT), 3, 9, 5)
                                .verdict())
                .isEqualTo(Verdict.SUCCEEDED);
    }

    @Test
    void theResultIsOneCanonicalText() {
        Rules rules = rules(QuorumRule.NOTHING_NEEDED, null, TieRule.DEFEAT);

        String result =
                CanonicalJson.text(
                        ResultJson.of(rules, List.of("A", "B"), ELIGIBLE, decide(rules, 3, 8)));

        assertThat(result)
                .isEqualTo(
                        """
                        {"cast":{"ballots":"2","weight":"11"},"eligible":{"voters":"10","weight":"100"},\
                        "outcome":"SUCCEEDED","quorum":{"base":"CAST","comparison":"GE","denominator":"1",\
                        "holds":true,"left":"11","measured":"11","numerator":"1","right":"0","whole":"0"},\
                        "rulesHash":"%s","scores":[{"choice":1,"label":"A","score":"3"},\
                        {"choice":2,"label":"B","score":"8"}],"system":"single-choice","tied":[],"winners":[2]}\
                        """
                                .formatted(rules.hash()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0        | option-of-proposal
                    4        | option-of-proposal
                    -1       | option-of-proposal
                    99999999999999999999 | option-of-proposal
                    1.0      | integer
                    1.5      | integer
                    "1"      | integer
                    [1]      | integer
                    {"1":1}  | integer
                    true     | integer
                    null     | integer
                    """)
    void aBadChoiceIsRefusedByANamedRule(String json, String rule) {
        JsonNode choice = StrictJson.parse(json).orElseThrow();

        assertThat(singleChoice.check(choice, 3, Rules.defaultsFor(SystemName.SINGLE_CHOICE)))
                .isInstanceOfSatisfying(
                        BallotCheck.Invalid.class,
                        invalid -> assertThat(invalid.broken().rule()).isEqualTo(rule));
    }

    private Decision decide(Rules rules, long... scores) {
        OptionTally tally = new OptionTally(scores.length);
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > 0) {
                tally.add(new Choice.Option(i + 1), BigInteger.valueOf(scores[i]));
            }
        }
        return singleChoice.decide(tally, tally.perOption().size(), rules, ELIGIBLE);
    }

    private static Rules rules(QuorumRule quorum, ApprovalRule approval, TieRule ties) {
        return new Rules(
                SystemName.SINGLE_CHOICE,
                null,
                quorum,
                approval,
                null,
                ChangeOfVote.UNTIL_CLOSE,
                Visibility.PUBLIC_LIVE,
                ties);
    }
}
