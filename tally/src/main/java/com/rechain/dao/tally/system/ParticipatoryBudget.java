package com.rechain.dao.tally.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.ballot.PatternTally;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.rules.Method;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;

/**
 * A budget spent on the options that most approve of (greedy approval, as participatory budgets of
 * cities and Agora's approval votes): each has a cost; the most supported is funded first, and each
 * after it as long as it fits. Where the rules set a bar, options below it are not funded. Scores
 * are the weight that approves.
 */
public record ParticipatoryBudget() implements VotingSystem {

    @Override
    public SystemName name() {
        return SystemName.BUDGET;
    }

    @Override
    public BallotCheck check(JsonNode choice, int options, Rules rules) {
        BallotCheck check = Approval.check(choice, options, false);
        int most = method(rules).mostApprovals();
        return most > 0
                        && check instanceof BallotCheck.Valid(Choice.Approved(var approved))
                        && approved.size() > most
                ? BallotCheck.invalid(
                        "choice",
                        "approvals",
                        "At most %d options may be approved.".formatted(most))
                : check;
    }

    @Override
    public Parsed<Integer> checkOptions(int options, Rules rules) {
        return method(rules).costs().size() == options
                ? VotingSystem.super.checkOptions(options, rules)
                : Parsed.refused(
                        "rules.method.costs",
                        "one-per-option",
                        "Each option has one cost, in the order of the options.");
    }

    @Override
    public Decision decide(Tally tally, int options, Rules rules, Eligible eligible) {
        OptionSums sums = Approval.sums((PatternTally) tally, options);
        Spending spending = new Spending(method(rules), rules, tally.total(), eligible);
        spending.spend(sums.scores());
        return SeveralWinners.decide(
                sums.scores(), spending.funded(), tally.total(), rules, eligible, spending.trace());
    }

    private static Method.Budget method(Rules rules) {
        return (Method.Budget) VotingSystem.method(rules);
    }
}
