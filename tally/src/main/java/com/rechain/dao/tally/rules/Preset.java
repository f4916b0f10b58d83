package com.rechain.dao.tally.rules;

import com.rechain.dao.tally.json.Coded;
import java.math.BigInteger;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of other systems by name, as their own code has them and with their usual numbers,
 * which whoever takes a preset may replace. A preset is written out when rules are frozen: what is
 * hashed are the rules, not the name.
 *
 * <p>None rounds: where a system floors or ceils a quorum, ours is the exact fraction.
 */
public enum Preset implements Coded {
    /** Snapshot's "basic": more for than against; votes may change. */
    SNAPSHOT_BASIC(
            "snapshot-basic",
            quorum(QuorumBase.CAST, amount(0)),
            ApprovalRule.SIMPLE_MAJORITY,
            null,
            ChangeOfVote.UNTIL_CLOSE),
    /**
     * OpenZeppelin's Governor with GovernorCountingSimple and GovernorVotesQuorumFraction(4): for
     * and abstain reach 4 % of the supply, strictly more for than against, one vote each.
     */
    OPENZEPPELIN_GOVERNOR(
            "openzeppelin-governor",
            quorum(QuorumBase.FOR_ABSTAIN, share(4, 100)),
            ApprovalRule.SIMPLE_MAJORITY,
            null,
            ChangeOfVote.NONE),
    /** Compound's Governor Bravo: 400,000 units for, and strictly more for than against. */
    COMPOUND_BRAVO(
            "compound-bravo",
            quorum(QuorumBase.FOR, amount(400_000)),
            ApprovalRule.SIMPLE_MAJORITY,
            null,
            ChangeOfVote.NONE),
    /**
     * Aragon's majority voting: support above a half, strictly; a tenth takes part; a tenth of all
     * is in favour; votes may be replaced.
     */
    ARAGON_MAJORITY(
            "aragon-majority",
            quorum(QuorumBase.CAST, share(1, 10)),
            ApprovalRule.SIMPLE_MAJORITY,
            new MinimumApproval(Comparison.GE, share(1, 10)),
            ChangeOfVote.UNTIL_CLOSE),
    /**
     * DAO DAO's single choice: a fifth takes part, abstentions included; a strict majority of the
     * rest.
     */
    DAO_DAO_SINGLE(
            "dao-dao-single",
            quorum(QuorumBase.CAST, share(20, 100)),
            ApprovalRule.SIMPLE_MAJORITY,
            null,
            ChangeOfVote.NONE),
    /** Realms: 60 % of the supply in favour, and more for than against. */
    REALMS(
            "realms",
            quorum(QuorumBase.CAST, amount(0)),
            ApprovalRule.SIMPLE_MAJORITY,
            new MinimumApproval(Comparison.GE, share(60, 100)),
            ChangeOfVote.UNTIL_CLOSE),
    /**
     * Cosmos' x/gov: 33.4 % takes part, more than half of what does not abstain is for, and more
     * than 33.4 % with veto, of all that is cast, brings it down. Votes may be replaced.
     */
    COSMOS_GOV(
            "cosmos-gov",
            basic(
                    quorum(QuorumBase.CAST, share(334, 1000)),
                    ApprovalRule.SIMPLE_MAJORITY,
                    null,
                    ChangeOfVote.UNTIL_CLOSE,
                    with(
                            new VetoRule(ApprovalBase.CAST, Comparison.GT, Fraction.of(334, 1000)),
                            null))),
    /**
     * Debian's general resolutions (Constitution, A.5): Schulze by winning votes; ballots may leave
     * options out, which then share the last place; the last option is the default one, over which
     * each other needs one and a half roots of all eligible and a strict majority. For a
     * supermajority name the option in {@code majorities}.
     */
    DEBIAN(
            "debian",
            new Rules(
                    SystemName.SCHULZE,
                    Method.defaultFor(SystemName.SCHULZE),
                    QuorumRule.NOTHING_NEEDED,
                    null,
                    null,
                    ChangeOfVote.UNTIL_CLOSE,
                    Visibility.PUBLIC_LIVE,
                    TieRule.STATUS_QUO,
                    with(
                            null,
                            new DefaultOption(
                                    null,
                                    new OptionQuorum.Roots(
                                            new Ratio(BigInteger.valueOf(3), BigInteger.TWO)),
                                    new TreeMap<>()))));

    private final String code;
    private final Rules rules;

    Preset(
            String code,
            QuorumRule quorum,
            ApprovalRule approval,
            @Nullable MinimumApproval minimum,
            ChangeOfVote changeOfVote) {
        this(code, basic(quorum, approval, minimum, changeOfVote, Provisions.USUAL));
    }

    Preset(String code, Rules rules) {
        this.code = code;
        this.rules = rules;
    }

    @Override
    public String code() {
        return code;
    }

    /** The rules that it stands for. */
    public Rules rules() {
        return rules;
    }

    private static Rules basic(
            QuorumRule quorum,
            ApprovalRule approval,
            @Nullable MinimumApproval minimum,
            ChangeOfVote changeOfVote,
            Provisions provisions) {
        return new Rules(
                SystemName.BASIC,
                null,
                quorum,
                approval,
                minimum,
                changeOfVote,
                Visibility.PUBLIC_LIVE,
                TieRule.DEFEAT,
                provisions);
    }

    private static Provisions with(@Nullable VetoRule veto, @Nullable DefaultOption none) {
        return new Provisions(veto, none, null, 0, EndingRule.FIXED, DelegationRule.DIRECT, false);
    }

    private static QuorumRule quorum(QuorumBase base, Threshold threshold) {
        return new QuorumRule(base, Comparison.GE, threshold);
    }

    private static Threshold amount(long amount) {
        return new Threshold.Amount(BigInteger.valueOf(amount));
    }

    private static Threshold share(long numerator, long denominator) {
        return new Threshold.OfEligible(Fraction.of(numerator, denominator));
    }
}
