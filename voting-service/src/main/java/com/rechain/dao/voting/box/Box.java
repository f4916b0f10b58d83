package com.rechain.dao.voting.box;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
import com.rechain.dao.tally.ballot.Tally;
import com.rechain.dao.tally.outcome.Decision;
import com.rechain.dao.tally.outcome.Eligible;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.Visibility;
import com.rechain.dao.tally.system.VotingSystem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The frozen part of a box: nothing in it can change once the proposal is published. */
public record Box(
        UUID proposalId,
        UUID spaceId,
        List<String> choices,
        Rules rules,
        String rulesHash,
        Instant startsAt,
        Instant endsAt,
        Instant publishedAt) {

    /** What a counter's key holds. */
    private static final int LONGEST_CHOICE = 2_600;

    public Box {
        choices = List.copyOf(choices);
    }

    public VotingSystem system() {
        return VotingSystem.of(rules.system());
    }

    /** Whether this is a valid choice, in a form short enough to be counted under. */
    public BallotCheck check(JsonNode choice) {
        BallotCheck check = system().check(choice, choices.size(), rules);
        if (check instanceof BallotCheck.Valid(var valid)
                && valid.canonical().length() > LONGEST_CHOICE) {
            return BallotCheck.invalid(
                    "choice",
                    "ballot-size",
                    "A choice takes at most %d characters.".formatted(LONGEST_CHOICE));
        }
        return check;
    }

    public Decision decide(Tally tally, Eligible eligible) {
        return system().decide(tally, choices.size(), rules, eligible);
    }

    /** Whether choices and scores stay hidden while voting lasts. */
    public boolean hidesUntilClose() {
        return rules.visibility() == Visibility.HIDDEN_UNTIL_CLOSE;
    }
}
