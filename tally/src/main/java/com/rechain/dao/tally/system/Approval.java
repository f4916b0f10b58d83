package com.rechain.dao.tally.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.PatternTally;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.exact.Rational;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.outcome.Trace;
import com.rechain.dao.tally.rules.Method;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import java.util.List;
import java.util.TreeSet;

/**
 * Any number of options per ballot, each of which gets the full weight: score_i = Σ w_v [i ∈
 * choice_v] (Brams and Fishburn 1978). Scores may add up to more than the weight cast, of which
 * shares are therefore taken. A ballot that approves of nothing is refused unless the rules let it
 * count in the turnout.
 */
public record Approval() implements VotingSystem {

    @Override
    public SystemName name() {
        return SystemName.APPROVAL;
    }

    @Override
    public BallotCheck check(JsonNode choice, int options, Rules rules) {
        return check(choice, options, ((Method.Approving) VotingSystem.method(rules)).none());
    }

    /**
     * The ballot rules of approval.
     *
     * @param none whether a ballot may approve of nothing
     */
    static BallotCheck check(JsonNode choice, int options, boolean none) {
        if (!choice.isArray()) {
            return BallotCheck.invalid(
                    "choice", "list", "A list of option numbers is expected, such as [1,3].");
        }
        TreeSet<Integer> approved = new TreeSet<>();
        for (JsonNode option : choice) {
            BallotCheck one = OneOption.check(option, options);
            if (!(one instanceof BallotCheck.Valid(Choice.Option(int index)))) {
                return one;
            }
            if (!approved.add(index)) {
                return BallotCheck.invalid(
                        "choice", "duplicate-option", "Option %d is named twice.".formatted(index));
            }
        }
        if (approved.isEmpty() && !none) {
            return BallotCheck.invalid("choice", "empty", "At least one option is to be approved.");
        }
        return new BallotCheck.Valid(new Choice.Approved(approved));
    }

    @Override
    public Decision decide(Tally tally, int options, Rules rules, Eligible eligible) {
        List<Rational> scores = sums((PatternTally) tally, options).scores();
        return Leaders.decide(scores, tally.total(), rules, eligible, Trace.NONE);
    }

    /** The weight that approves of each option. */
    static OptionSums sums(PatternTally tally, int options) {
        OptionSums sums = new OptionSums(options);
        tally.forEachWeight((choice, weight) ->
                ((Choice.Approved) choice).options().forEach(option -> sums.add(option, weight)));
        return sums;
    }
}
