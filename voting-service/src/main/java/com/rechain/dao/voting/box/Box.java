package com.rechain.dao.voting.box;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.tally.ballot.BallotCheck;
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

    public Box {
        choices = List.copyOf(choices);
    }

    public VotingSystem system() {
        return VotingSystem.of(rules.system());
    }

    public BallotCheck check(JsonNode choice) {
        return system().check(choice, choices.size());
    }

    /** Whether choices and scores stay hidden while voting lasts. */
    public boolean hidesUntilClose() {
        return rules.visibility() == Visibility.HIDDEN_UNTIL_CLOSE;
    }
}
