package com.rechain.dao.tally.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.OptionTally;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasicTest {

    private final Basic basic = new Basic();

    /** Eligible weight is 100 on 20 voters; the quorum is a fifth of it. */
    @ParameterizedTest
    @CsvSource({
        "FOR_ABSTAIN, GE, 11,  5,  9, SUCCEEDED",
        "FOR_ABSTAIN, GE, 11,  5,  8, NO_QUORUM",
        "FOR_ABSTAIN, GT, 11,  5,  9, NO_QUORUM",
        "CAST,        GE, 11,  9,  0, SUCCEEDED",
        "CAST,        GE, 10,  9,  0, NO_QUORUM",
        "FOR,         GE, 20,  5,  0, SUCCEEDED",
        "FOR,         GE, 19,  0, 60, NO_QUORUM",
        "CAST,        GE, 10, 11,  0, DEFEATED",
        "CAST,        GE,  0,  0, 99, DEFEATED",
        "AGAINST,     GE, 60, 20,  0, DEFEATED",
        "AGAINST,     GE, 60, 19,  0, SUCCEEDED",
    })
    void quorumBasesAreKeptApart(
            QuorumBase base,
            Comparison comparison,
            long yes,
            long no,
            long abstain,
            Verdict expected) {
        QuorumRule quorum =
                new QuorumRule(base, comparison, new Threshold.OfEligible(Fraction.of(1, 5)));

        assertThat(
                        decide(
                                        rules(quorum, ApprovalRule.SIMPLE_MAJORITY, TieRule.DEFEAT),
                                        yes,
                                        no,
                                        abstain)
                                .verdict())
                .isEqualTo(expected);
    }

    @Test
    void turnoutCountsVotersNotWeight() {
        QuorumRule fifthOfVoters =
                new QuorumRule(
                        QuorumBase.TURNOUT,
                        Comparison.GE,
                        new Threshold.OfEligible(Fraction.of(1, 5)));
        Rules rules = rules(fifthOfVoters, ApprovalRule.SIMPLE_MAJORITY, TieRule.DEFEAT);

        Decision decision = decide(rules, 90, 5, 0);

        assertThat(decision.verdict()).isEqualTo(Verdict.NO_QUORUM);
        assertThat(decision.quorum().left()).isEqualTo(10);
        assertThat(decision.quorum().right()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({
        "GT, DEFEAT, DEFEATED",
        "GT, STATUS_QUO, TIED",
        "GE, STATUS_QUO, SUCCEEDED",
    })
    void aTieIsDecidedByTheRules(Comparison comparison, TieRule ties, Verdict expected) {
        ApprovalRule half =
                new ApprovalRule(ApprovalBase.FOR_AGAINST, comparison, Fraction.of(1, 2));

        Decision decision = decide(rules(QuorumRule.NOTHING_NEEDED, half, ties), 6, 6, 1);

        assertThat(decision.verdict()).isEqualTo(expected);
        assertThat(decision.tied()).containsExactly(1, 2);
    }

    @Test
    void nothingCastNeverPassesEvenAtZeroPercent() {
        ApprovalRule zero =
                new ApprovalRule(ApprovalBase.FOR_AGAINST, Comparison.GE, Fraction.of(0, 1));

        assertThat(
                        decide(rules(QuorumRule.NOTHING_NEEDED, zero, TieRule.STATUS_QUO), 0, 0, 0)
                                .verdict())
                .isEqualTo(Verdict.DEFEATED);
    }

    @Test
    void abstentionsCountOnlyWhereTheApprovalBaseIncludesThem() {
        ApprovalRule ofVoices = ApprovalRule.SIMPLE_MAJORITY;
        ApprovalRule ofCast = new ApprovalRule(ApprovalBase.CAST, Comparison.GT, Fraction.of(1, 2));
        ApprovalRule ofAll =
                new ApprovalRule(ApprovalBase.ELIGIBLE, Comparison.GT, Fraction.of(1, 10));

        assertThat(
                        decide(rules(QuorumRule.NOTHING_NEEDED, ofVoices, TieRule.DEFEAT), 3, 2, 5)
                                .verdict())
                .isEqualTo(Verdict.SUCCEEDED);
        assertThat(
                        decide(rules(QuorumRule.NOTHING_NEEDED, ofCast, TieRule.DEFEAT), 3, 2, 5)
                                .verdict())
                .isEqualTo(Verdict.DEFEATED);
        assertThat(
                        decide(rules(QuorumRule.NOTHING_NEEDED, ofAll, TieRule.DEFEAT), 10, 2, 5)
                                .verdict())
                .isEqualTo(Verdict.DEFEATED);
        assertThat(
                        decide(rules(QuorumRule.NOTHING_NEEDED, ofAll, TieRule.DEFEAT), 11, 2, 5)
                                .verdict())
                .isEqualTo(Verdict.SUCCEEDED);
    }

    @Test
    void offersTwoOrThreeOptions() {
        Rules plain = Rules.defaultsFor(SystemName.BASIC);
        assertThat(basic.checkOptions(2, plain)).isInstanceOf(Parsed.Accepted.class);
        assertThat(basic.checkOptions(3, plain)).isInstanceOf(Parsed.Accepted.class);
        assertThat(basic.checkOptions(4, plain)).isInstanceOf(Parsed.Refused.class);
    }

    private Decision decide(Rules rules, long yes, long no, long abstain) {
        OptionTally tally = new OptionTally(3);
        add(tally, Basic.FOR, yes);
        add(tally, Basic.AGAINST, no);
        add(tally, Basic.ABSTAIN, abstain);
        return basic.decide(
                tally, tally.perOption().size(), rules, new Eligible(BigInteger.valueOf(100), 20));
    }

    private static void add(OptionTally tally, int option, long weight) {
        if (weight > 0) {
            tally.add(new Choice.Option(option), BigInteger.valueOf(weight));
        }
    }

    private static Rules rules(QuorumRule quorum, ApprovalRule approval, TieRule ties) {
        return new Rules(
                SystemName.BASIC,
                null,
                quorum,
                approval,
                null,
                ChangeOfVote.UNTIL_CLOSE,
                Visibility.PUBLIC_LIVE,
                ties);
    }
}
