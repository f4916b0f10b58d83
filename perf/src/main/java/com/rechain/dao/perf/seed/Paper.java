package com.rechain.dao.perf.seed;

import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.tally.system.VotingSystem;
import java.util.List;

/** A ballot paper: the options of a vote, its rules, and ways to fill it in. */
record Paper(
        Rules rules, String rulesText, String rulesHash, List<String> options, List<Filled> ways) {
    private static final List<String> SIDES = List.of("For", "Against", "Abstain");
    private static final List<String> PLANS = List.of("Plan A", "Plan B", "Plan C", "Plan D");

    private static final Paper BASIC = of(SystemName.BASIC, SIDES, "1", "1", "2", "3");
    private static final Paper SINGLE =
            of(SystemName.SINGLE_CHOICE, PLANS, "1", "2", "3", "4", "2");
    private static final Paper APPROVAL =
            of(SystemName.APPROVAL, PLANS, "[1]", "[1,2]", "[3]", "[2,4]", "[1,3,4]");
    private static final Paper RANKED =
            of(
                    SystemName.RANKED_CHOICE,
                    PLANS,
                    "[1,2,3,4]",
                    "[2,1]",
                    "[3,4,1]",
                    "[4,2,3,1]",
                    "[1,3]");

    /** One way to fill a paper in, checked. */
    record Filled(Choice choice, String canonical) {}

    /** The paper of a proposal: most are yes or no, some are not. */
    static Paper of(int proposal) {
        return switch (proposal % 10) {
            case 7 -> SINGLE;
            case 8 -> APPROVAL;
            case 9 -> RANKED;
            default -> BASIC;
        };
    }

    private static Paper of(SystemName system, List<String> options, String... choices) {
        Rules rules = Rules.defaultsFor(system);
        List<Filled> ways =
                List.of(choices).stream().map(choice -> filled(rules, options, choice)).toList();
        return new Paper(rules, rules.canonical(), rules.hash(), options, ways);
    }

    private static Filled filled(Rules rules, List<String> options, String choice) {
        BallotCheck check =
                VotingSystem.of(rules.system())
                        .check(StrictJson.parse(choice).orElseThrow(), options.size(), rules);
        return switch (check) {
            case BallotCheck.Valid(Choice valid) -> new Filled(valid, valid.canonical());
            case BallotCheck.Invalid(var fault) ->
                    throw new IllegalStateException("a seeded choice is not valid: " + fault);
        };
    }
}
