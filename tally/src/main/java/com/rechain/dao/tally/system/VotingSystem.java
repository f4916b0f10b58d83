package com.rechain.dao.tally.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;

/**
 * One way of voting: which ballots are valid, how they add up, and what the sum decides. A system
 * has no state; a new one is a new implementation, a kind of {@link
 * com.rechain.dao.tally.ballot.Choice} and, where options' sums are not enough, a kind of {@link
 * Tally}.
 */
public sealed interface VotingSystem permits Basic, SingleChoice {

    static VotingSystem of(SystemName name) {
        return switch (name) {
            case BASIC -> new Basic();
            case SINGLE_CHOICE -> new SingleChoice();
        };
    }

    SystemName name();

    /** Whether a proposal can offer this many options; the accepted value is that number. */
    Parsed<Integer> checkOptions(int options);

    /** Whether this is a valid choice among so many options. */
    BallotCheck check(JsonNode choice, int options);

    /** A tally without ballots. */
    Tally emptyTally(int options);

    /** Decides a finished tally of this system. */
    Decision decide(Tally tally, Rules rules, Eligible eligible);
}
